/// Strings and their bytes; each line as in the other tables.
extension JSONMalformedTests {
  static let strings = #"""
    notJSON - "a
    notJSON - "a\"
    notJSON - "a\\\"
    notJSON - "\
    notJSON - "\u
    notJSON - "\u00
    notJSON - "\u0061
    notJSON - "\x41"
    notJSON - "\a"
    notJSON - "\v"
    notJSON - "\0"
    notJSON - "\'"
    notJSON - "\U0041"
    notJSON - "\u"
    notJSON - "\u1"
    notJSON - "\u12"
    notJSON - "\u123"
    notJSON - "\u123g"
    notJSON - "\u 123"
    notJSON - "\u+123"
    notJSON - "\u-123"
    notJSON - "\u{41}"
    notJSON - "\uＡＡＡＡ"
    notJSON - "\ "
    notJSON - "\‹0A›"
    notJSON - "\‹C3 A9›"
    notJSON - "‹00›"
    notJSON - "‹01›"
    notJSON - "‹08›"
    notJSON - "‹09›"
    notJSON - "‹0A›"
    notJSON - "‹0D›"
    notJSON - "‹0C›"
    notJSON - "‹1B›"
    notJSON - "‹1F›"
    notJSON - "1234567‹1F›"
    notJSON - "12345678‹00›9"
    notJSON - "é12345‹0A›"
    notJSON a {"a":"b‹09›c"}
    notJSON - {"a‹09›b":1}
    notJSON - {"a\q":1}
    notJSON [1] ["a","\q"]
    loneSurrogate - "\ud800"
    loneSurrogate - "\udbff"
    loneSurrogate - "\udc00"
    loneSurrogate - "\uDFFF"
    loneSurrogate - "\ud800\ud800"
    loneSurrogate - "\udc00\ud800"
    loneSurrogate - "\udc00\udc00"
    loneSurrogate - "\udfff\udc00"
    loneSurrogate - "\ud800a"
    loneSurrogate - "\ud800\n"
    loneSurrogate - "\ud800\u0041"
    loneSurrogate - "\ud800 \udc00"
    loneSurrogate - "\ud800\\udc00"
    loneSurrogate - "\ud800\udc0"
    loneSurrogate - "\ud83d\ude00\ud83d"
    loneSurrogate a {"a":"\ud800"}
    loneSurrogate - {"\ud800":1}
    """#

  static let encoding = #"""
    notJSON - ‹EF BB BF›{}
    notJSON - ‹EF BB BF›
    notUTF8 - ‹FF FE 7B 00 7D 00›
    notUTF8 - ‹FE FF 00 7B 00 7D›
    notJSON - ‹7B 00 7D 00›
    notJSON - ‹00 7B 00 7D›
    notUTF8 - "‹80›"
    notUTF8 - "‹BF›"
    notUTF8 - "‹C0 80›"
    notUTF8 - "‹C0 AF›"
    notUTF8 - "‹C1 BF›"
    notUTF8 - "‹E0 80 80›"
    notUTF8 - "‹E0 80 AF›"
    notUTF8 - "‹E0 9F BF›"
    notUTF8 - "‹F0 80 80 80›"
    notUTF8 - "‹F0 8F BF BF›"
    notUTF8 - "‹F8 88 80 80 80›"
    notUTF8 - "‹FC 84 80 80 80 80›"
    notUTF8 - "‹ED A0 80›"
    notUTF8 - "‹ED AF BF›"
    notUTF8 - "‹ED B0 80›"
    notUTF8 - "‹ED BF BF›"
    notUTF8 - "‹ED A0 BD ED B8 80›"
    notUTF8 - "‹F4 90 80 80›"
    notUTF8 - "‹F5 80 80 80›"
    notUTF8 - "‹F7 BF BF BF›"
    notUTF8 - "‹FE›"
    notUTF8 - "‹FF›"
    notUTF8 - "‹C3›"
    notUTF8 - "‹C3›a"
    notUTF8 - "‹E6 A0›"
    notUTF8 - "‹E6›a"
    notUTF8 - "‹F0 9F 98›"
    notUTF8 - "‹F0 9F›a"
    notUTF8 - "‹C3 28›"
    notUTF8 - "‹A0 A1›"
    notUTF8 - "‹E2 28 A1›"
    notUTF8 - "‹E2 82 28›"
    notUTF8 - "‹F0 28 8C BC›"
    notUTF8 - "‹F0 90 28 BC›"
    notUTF8 - "1234567‹FF›"
    notUTF8 - "12345678‹FF›"
    notUTF8 - "‹B0 C4 B1 E0›"
    notUTF8 - "a\n‹FF›"
    notUTF8 - "‹FF›\n"
    notUTF8 - "\n‹FF›\n"
    notUTF8 - "12345678‹C0 80›\n12345678"
    notUTF8 a {"a":"‹FF›"}
    notUTF8 - {"‹FF›":1}
    notUTF8 b {"a":1,"b":"‹C0 80›"}
    notJSON - ‹FF›
    notJSON - ‹C3 A9›
    notJSON a {"a":‹FF›}
    """#

  static let duplicates = #"""
    duplicateField a {"a":1,"a":1}
    duplicateField a {"a":1,"b":2,"a":3}
    duplicateField a {"a":1,"\u0061":2}
    duplicateField a {"\u0061":1,"a":2}
    duplicateField ab {"ab":1,"\u0061\u0062":2}
    unknownField "é" {"é":1}
    unknownField "é" {"\u00e9":1}
    unknownField a."仪器" {"a":{"仪器":1}}
    unknownField "a\u{202E}" {"a\u202e":1}
    unknownField "K" {"‹E2 84 AA›":1,"K":2}
    unknownField "K" {"\u212a":1}
    unknownField "KK" {"a":1,"K\u212A":1}
    duplicateField "/" {"/":1,"\/":2}
    duplicateField "" {"":1,"":2}
    duplicateField a.a {"a":{"a":1,"a":2}}
    duplicateField a.b.c {"a":{"b":{"c":1,"c":2}}}
    duplicateField a.b.c.d {"a":{"b":{"c":{"d":1,"d":2}}}}
    duplicateField a.b.c.d.e {"a":{"b":{"c":{"d":{"e":1,"\u0065":2}}}}}
    duplicateField [0].a [{"a":1,"a":2}]
    duplicateField [1].a [{"a":1},{"a":1,"a":2}]
    duplicateField a[1].b {"a":[{"b":1},{"b":1,"b":2}]}
    duplicateField a {"a":{},"a":{}}
    duplicateField a {"a":null,"a":null}
    """#
}
