/// Each line: the rule, the field (`-` for none) and the document, with bytes in hexadecimal between ‹ and ›.
extension JSONMalformedTests {
  static let syntax = #"""
    notJSON - ‹›
    notJSON - ‹20›
    notJSON - ‹0A›
    notJSON - ‹0D 0A›
    notJSON - ,
    notJSON - :
    notJSON - ]
    notJSON - }
    notJSON - {
    notJSON [0] [
    notJSON - "
    notJSON - nul
    notJSON - nulll
    notJSON - NULL
    notJSON - Null
    notJSON - tru
    notJSON - trueish
    notJSON - true1
    notJSON - TRUE
    notJSON - True
    notJSON - fals
    notJSON - falsey
    notJSON - undefined
    notJSON - None
    notJSON - nan
    notJSON - a
    notJSON - 'a'
    notJSON - `a`
    notJSON - “a”
    notJSON - /
    notJSON - // comment
    notJSON - /* comment */ 1
    notJSON - # comment
    notJSON - 1 // comment
    notJSON - 1 2
    notJSON - 1,
    notJSON - 1]
    notJSON - {}{}
    notJSON - {} {}
    notJSON - {},
    notJSON - []]
    notJSON - [][]
    notJSON - {}}
    notJSON - null null
    notJSON - "a" "b"
    notJSON - "a"b
    notJSON - {}x
    notJSON - {}‹00›
    notJSON - ‹00›{}
    notJSON - ‹0B›{}
    notJSON - ‹0C›{}
    notJSON - ‹C2 A0›{}
    notJSON - ‹E2 80 A8›{}
    notJSON - ‹1E›{}
    notJSON - <a/>
    notJSON - (1)
    notJSON - ;
    notJSON - \
    notJSON - \u0061
    notJSON - ‹7F›
    notJSON - !
    """#

  static let structure = #"""
    notJSON [0] [,]
    notJSON [0] [,1]
    notJSON [1] [1,]
    notJSON [1] [1,,2]
    notJSON [0] [1 2]
    notJSON [0] [1;2]
    notJSON [0] [1:2]
    notJSON [0] [1}
    notJSON [0] ["a"}
    notJSON [0] [}
    notJSON [0] [1
    notJSON [1] [1,
    notJSON [0] [[]
    notJSON [0][0] [[1
    notJSON [0] [1 /* c */]
    notJSON [0] [{]
    notJSON - {,}
    notJSON - {,"a":1}
    notJSON - {"a":1,}
    notJSON - {"a":1,,"b":2}
    notJSON a {"a":1 "b":2}
    notJSON a {"a":1;"b":2}
    notJSON a {"a":1:2}
    notJSON - {"a"}
    notJSON - {"a",}
    notJSON - {"a" 1}
    notJSON - {"a"=1}
    notJSON - {"a"
    notJSON a {"a":
    notJSON a {"a":}
    notJSON a {"a":,}
    notJSON a {"a"::1}
    notJSON a {"a":1
    notJSON - {"a":1,
    notJSON - {"a":1,"b"
    notJSON b {"a":1,"b":
    notJSON a {"a":1]
    notJSON - {]
    notJSON - {1:2}
    notJSON - {a:1}
    notJSON - {'a':1}
    notJSON - {null:1}
    notJSON - {true:1}
    notJSON - {[]:1}
    notJSON - {{}:1}
    notJSON - {"a":1,2:3}
    notJSON - {"a":1,b:3}
    notJSON - {:1}
    notJSON - {"a":1,:1}
    notJSON a {"a":1 // c‹0A›}
    notJSON - {// c‹0A›"a":1}
    notJSON a[1] {"a":[1,]}
    notJSON a[1].b[1].c {"a":[1,{"b":[1,{"c":x}]}]}
    notJSON a {"a":{"b":1,}
    notJSON "a-b" {"a-b":x}
    notJSON "" {"":x}
    notJSON "a.b" {"a.b":x}
    notJSON "a\nb" {"a\nb":x}
    notJSON "\u{1B}[2J" {"\u001b[2J":x}
    notJSON c {"a":{"b":[{},{}]},"c":x}
    notJSON [2] [{"a":1},[2],x]
    notJSON d {"a\"b":1,"c\\":2,"d":x}
    """#

  static let numbers = #"""
    notInteger - 1.0
    notInteger - 1.5
    notInteger - 0.0
    notInteger - -1.0
    notInteger - 0.1
    notInteger - 1e2
    notInteger - 1E2
    notInteger - 1e+2
    notInteger - 1e-2
    notInteger - 1.5e3
    notInteger - 0e0
    notInteger - 1e400
    notInteger - 9007199254740993.0
    notInteger - 3.141592653589793238462643383279
    notInteger - -0
    notInteger - -0.0
    notInteger - 9223372036854775808
    notInteger - -9223372036854775809
    notInteger - 18446744073709551615
    notInteger - 18446744073709551616
    notInteger - 92233720368547758070
    notInteger - 99999999999999999999
    notInteger - -99999999999999999999
    notInteger - 340282366920938463463374607431768211456
    notInteger a {"a":1.0}
    notInteger a[1] {"a":[1,1e2]}
    notInteger a {"a":-0,"b":1}
    notInteger [0] [-0]
    notJSON - 00
    notJSON - 01
    notJSON - -01
    notJSON - -00
    notJSON - 007
    notJSON - 01.5
    notJSON - -
    notJSON - --1
    notJSON - +1
    notJSON - +
    notJSON - -a
    notJSON - - 1
    notJSON - 1.
    notJSON - .5
    notJSON - -.5
    notJSON - 1.e2
    notJSON - 1e
    notJSON - 1e+
    notJSON - 1e-
    notJSON - 1.5e
    notJSON - 1.2.3
    notJSON - 1e2e3
    notJSON - 1e2.5
    notJSON - 0x1F
    notJSON - 0b1
    notJSON - 0o7
    notJSON - 1_000
    notJSON - 1a
    notJSON - 1"
    notJSON - 1-
    notJSON - 1+1
    notJSON - 1n
    notJSON - 12 34
    notJSON - NaN
    notJSON - -NaN
    notJSON - Infinity
    notJSON - -Infinity
    notJSON - inf
    notJSON - １
    notJSON - ①
    notJSON - ٣
    notJSON - −1
    notJSON - 1‹00›
    notJSON - 1‹C2 A0›
    notJSON a {"a":01}
    notJSON a {"a":+1}
    notJSON a {"a":NaN}
    notJSON [1] [1,.5]
    """#
}
