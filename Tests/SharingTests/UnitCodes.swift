import EventModel
import Testing

@testable import Sharing

@Suite struct `Ids of bodies` {
  // Tsinghua University and Tencent, as printed on their certificates.
  @Test(arguments: ["12100000400000624D", "91440300708461136T", "12500000450401234E"])
  func `a code with a fitting check character is one`(code: String) { #expect(UnitCode.isCode(code)) }

  @Test(arguments: [
    "12100000400000624C", "12100000400000624", "12100000400000624DD", "1210000040000062OD", "12A00000400000624D",
    "12100000400000642D", "",
  ])
  func `anything else is none`(code: String) { #expect(!UnitCode.isCode(code)) }

  @Test func `any single changed character is noticed`() {
    let code = Array("12100000400000624D")
    for index in code.indices {
      for character in "0123456789ABCDEFGHJKLMNPQRTUWXY" where character != code[index] {
        var changed = code
        changed[index] = character
        #expect(!UnitCode.isCode(String(changed)), "\(String(changed))")
      }
    }
  }

  @Test func `a body without a code takes an id that starts with x-`() throws {
    #expect(UnitCode.isAllowed(try Identifier("x-PNNL")))
    #expect(!UnitCode.isAllowed(try Identifier("x-")))
    #expect(!UnitCode.isAllowed(try Identifier("PNNL")))
  }
}

@Suite struct `National instrument classes` {
  @Test func `codes of all three levels have their names`() throws {
    #expect(ClassCodes.count == 739)
    #expect(ClassCodes.name(of: try Identifier("010000")) == "分析仪器")
    #expect(ClassCodes.name(of: try Identifier("010200")) == "质谱仪器")
    #expect(ClassCodes.name(of: try Identifier("990000")) == "其他仪器")
    #expect(ClassCodes.name(of: try Identifier("123456")) == nil)
  }
}
