/// Each line: the rule, the field the error names, the member to replace, remove (`-`) or add, and its raw JSON.
extension CloudEventsMalformedTests {
  static let envelope = #"""
    illegalValue specversion specversion "0.3"
    illegalValue specversion specversion "1"
    illegalValue specversion specversion "1.0.2"
    illegalValue specversion specversion ""
    wrongType specversion specversion 1.0
    wrongType specversion specversion 1
    wrongType specversion specversion null
    illegalValue id id ""
    illegalValue id id "a b"
    illegalValue id id " a"
    illegalValue id id "a\n"
    illegalValue id id "a\u0000"
    illegalValue id id "a\tb"
    illegalValue id id "caf\u00e9"
    illegalValue id id "cafe\u0301"
    illegalValue id id "\u0430bc"
    illegalValue id id "ＡＢＣ"
    illegalValue id id "a\u200bb"
    illegalValue id id "a\u202eb"
    illegalValue id id "😀"
    illegalValue id id "仪器"
    illegalValue id id "\u007f"
    illegalValue id id "12345678901234567890123456789012345678901234567890123456789012345"
    wrongType id id 1
    wrongType id id null
    wrongType id id ["a"]
    wrongType id id {"a":1}
    wrongType id id true
    notUTF8 id id "‹FF›"
    loneSurrogate id id "\ud800"
    illegalValue source source ""
    illegalValue source source "a b"
    illegalValue source source "/仪器"
    wrongType source source null
    wrongType source source []
    unknownType type type "resource.Acquired"
    unknownType type type "resource.acquired "
    unknownType type type "resource"
    unknownType type type ""
    unknownType type type "com.example.someevent"
    unknownType type type "resource\u002facquired"
    wrongType type type 201
    wrongType type type null
    illegalValue time time ""
    illegalValue time time "2024-03-25"
    illegalValue time time "2024-03-25T12:43:11"
    illegalValue time time "2024-03-25 12:43:11Z"
    illegalValue time time "2024-03-25T24:00:00Z"
    illegalValue time time "2024-03-25T12:43:60Z"
    illegalValue time time "2024-02-30T12:43:11Z"
    illegalValue time time "2025-02-29T12:43:11Z"
    illegalValue time time "2024-03-25T12:43:11+14:01"
    illegalValue time time "2024-03-25T12:43:11-00:00"
    illegalValue time time "2024-03-25T12:43:11.1234567Z"
    illegalValue time time "0001-01-01T00:00:00Z"
    illegalValue time time "1899-12-31T23:59:59Z"
    illegalValue time time "2200-01-01T00:00:00Z"
    illegalValue time time "10000-01-01T00:00:00Z"
    illegalValue time time "2024-03-25t12:43:11z"
    wrongType time time 1711341791
    wrongType time time null
    illegalValue datacontenttype datacontenttype "text/json"
    illegalValue datacontenttype datacontenttype "application/json; charset=utf-8"
    illegalValue datacontenttype datacontenttype "APPLICATION/JSON"
    illegalValue datacontenttype datacontenttype ""
    wrongType datacontenttype datacontenttype null
    illegalValue actor actor ""
    illegalValue actor actor "a b"
    wrongType actor actor null
    illegalValue correlationid correlationid ""
    wrongType correlationid correlationid null
    wrongType correlationid correlationid 7
    illegalValue causationid causationid "a\u0007"
    wrongType causationid causationid false
    illegalValue dataversion dataversion "0"
    illegalValue dataversion dataversion "2"
    illegalValue dataversion dataversion "01"
    illegalValue dataversion dataversion "1.0"
    illegalValue dataversion dataversion " 1"
    illegalValue dataversion dataversion ""
    illegalValue dataversion dataversion "257"
    illegalValue dataversion dataversion "٢"
    wrongType dataversion dataversion 1
    illegalValue recordedtime recordedtime "2024-03-26"
    illegalValue recordedtime recordedtime "now"
    wrongType recordedtime recordedtime 0
    wrongType recordedtime recordedtime null
    wrongType position position 42
    wrongType position position null
    illegalValue position position "0"
    illegalValue position position "042"
    illegalValue position position "-1"
    illegalValue position position "+1"
    illegalValue position position "1.0"
    illegalValue position position " 1"
    illegalValue position position ""
    illegalValue position position "18446744073709551616"
    illegalValue position position "9007199254740992"
    illegalValue position position "４２"
    illegalValue batch batch ""
    illegalValue batch batch "2"
    illegalValue batch batch "/"
    illegalValue batch batch "2/"
    illegalValue batch batch "/5"
    illegalValue batch batch "0/5"
    illegalValue batch batch "6/5"
    illegalValue batch batch "2/0"
    illegalValue batch batch "02/5"
    illegalValue batch batch "2/05"
    illegalValue batch batch "2/5/7"
    illegalValue batch batch "2 / 5"
    illegalValue batch batch "-2/5"
    illegalValue batch batch "2/4294967296"
    illegalValue batch batch "99999999999/99999999999"
    illegalValue batch batch "18446744073709551617/18446744073709551618"
    wrongType batch batch 2
    unknownField subject subject "a"
    unknownField dataschema dataschema "urn:x"
    unknownField ID ID "a"
    unknownField "data_base64" data_base64 "e30="
    unknownField traceparent traceparent "00"
    """#

  static let data = #"""
    unknownField data.colour data.colour "red"
    unknownField data.Resource data.Resource "a"
    illegalValue data.resource data.resource ""
    illegalValue data.resource data.resource "a b"
    illegalValue data.resource data.resource "../../etc/passwd\u0000"
    wrongType data.resource data.resource 160
    wrongType data.resource data.resource null
    wrongType data.resource data.resource {}
    illegalValue data.unit data.unit "é"
    illegalValue data.kind data.kind "Equipment"
    illegalValue data.kind data.kind "equipment "
    illegalValue data.kind data.kind ""
    wrongType data.kind data.kind 0
    illegalValue data.name data.name ""
    illegalValue data.name data.name "a\u0000b"
    illegalValue data.name data.name "a\nb"
    illegalValue data.name data.name "a\u0085b"
    illegalValue data.name data.name "a\u202eb"
    illegalValue data.name data.name "a\u2066b"
    illegalValue data.name data.name "a\u200bb"
    illegalValue data.name data.name "a\ufeffb"
    illegalValue data.name data.name "\ufffe"
    illegalValue data.name data.name "\ud83f\udfff"
    notJSON data.name data.name "a‹0A›b"
    notUTF8 data.name data.name "‹ED A0 80›"
    notUTF8 data.name data.name "‹C0 80›"
    loneSurrogate data.name data.name "\udc00"
    wrongType data.name data.name ["a"]
    wrongType data.originalValue data.originalValue "480000000"
    wrongType data.originalValue data.originalValue null
    wrongType data.originalValue data.originalValue true
    notInteger data.originalValue data.originalValue 1.0
    notInteger data.originalValue data.originalValue 1e2
    notInteger data.originalValue data.originalValue -0
    notInteger data.originalValue data.originalValue 9223372036854775808
    notInteger data.originalValue data.originalValue 1e400
    notInteger data.originalValue data.originalValue 100000000000000000000000000000000000000000000000000000
    illegalValue data.originalValue data.originalValue 9007199254740992
    illegalValue data.originalValue data.originalValue -9007199254740992
    illegalValue data.originalValue data.originalValue 9223372036854775807
    illegalValue data.originalValue data.originalValue -9223372036854775808
    notJSON data.originalValue data.originalValue 01
    notJSON data.originalValue data.originalValue NaN
    notJSON data.originalValue data.originalValue Infinity
    notJSON data.originalValue data.originalValue 0x10
    notJSON data.originalValue data.originalValue １
    wrongType data.funding data.funding {}
    wrongType data.funding data.funding null
    wrongType data.funding data.funding "local"
    wrongType data.funding[0] data.funding [1]
    wrongType data.funding[0] data.funding [[]]
    missingField data.funding[0].source data.funding [{"amount":1}]
    missingField data.funding[0].amount data.funding [{"source":"local"}]
    missingField data.funding[1].source data.funding [{"source":"own","amount":1},{}]
    unknownField data.funding[1].note data.funding [{"source":"own","amount":1},{"source":"own","note":1}]
    duplicateField data.funding[1].amount data.funding [{"source":"own","amount":1},{"amount":1,"amount":1}]
    illegalValue data.funding[1].source data.funding [{"source":"own","amount":1},{"source":"none","amount":1}]
    notInteger data.funding[0].amount data.funding [{"source":"own","amount":1.5}]
    notJSON data.funding[1] data.funding [{"source":"own","amount":1},]
    illegalValue data.acceptedOn data.acceptedOn "2024-02-30"
    illegalValue data.acceptedOn data.acceptedOn "2025-02-29"
    illegalValue data.acceptedOn data.acceptedOn "2024-13-01"
    illegalValue data.acceptedOn data.acceptedOn "2024-1-1"
    illegalValue data.acceptedOn data.acceptedOn "20240131"
    illegalValue data.acceptedOn data.acceptedOn "2024-01-31T00:00:00Z"
    illegalValue data.acceptedOn data.acceptedOn "1899-12-31"
    illegalValue data.acceptedOn data.acceptedOn "2200-01-01"
    illegalValue data.acceptedOn data.acceptedOn ""
    wrongType data.acceptedOn data.acceptedOn 20240131
    illegalValue data.source data.source "stolen"
    missingField data.attributes[0].value data.attributes [{"name":"a"}]
    illegalValue data.attributes[1].name data.attributes [{"name":"a","value":"b"},{"name":"","value":"b"}]
    wrongType data.attributes[0].value data.attributes [{"name":"a","value":1}]
    """#

  /// Each line: the rule, the field (`-` for none) and the whole line.
  static let wholes = #"""
    notJSON - x
    notJSON - {
    wrongType - []
    wrongType - "a"
    wrongType - 1
    wrongType - null
    missingField specversion {}
    missingField id {"specversion":"1.0"}
    unknownField a {"a":1}
    unknownType type {"specversion":"1.0","type":"x","data":{}}
    missingField specversion {"data":{}}
    wrongType data {"type":"resource.acquired","data":[]}
    wrongType data {"type":"resource.acquired","data":null}
    wrongType data {"type":"resource.acquired","data":"{}"}
    missingField data.resource {"type":"resource.acquired","data":{}}
    duplicateField data {"data":{},"data":{}}
    notJSON data.a[1] {"data":{"a":[1,]},"type":"resource.acquired"}
    tooDeep data.a[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0] {"data":{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}}
    notJSON - {"specversion":"1.0"}{"specversion":"1.0"}
    notJSON - ‹EF BB BF›{"specversion":"1.0"}
    notUTF8 - ‹FF FE 7B 00 22 00›
    """#
}
