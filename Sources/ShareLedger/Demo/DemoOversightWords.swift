internal import EventModel

/// What the demonstration says about purchases, assessments and sanctions.
struct DemoOversightWords: Sendable {
  let source: EventSource
  let serviceCentre: Identifier
  let assessor: Identifier
  /// The indicator an outside assessor looks at.
  let satisfaction: Identifier
  /// The qualification a unit can lose.
  let qualification: Identifier
  let accessory: Text
  let waiverGrounds: [Text]
  let demands: [Text]
  let failings: [Text]
  let restorations: [Text]
  let entries: [Text]
  let frauds: [Text]
  let pursuer: Text
  let offence: Text
  let noticeBoard: Text
  let customsScope: Text

  init() throws(ValueError) {
    func texts(_ strings: String...) throws(ValueError) -> [Text] {
      var texts: [Text] = []
      for string in strings { texts.append(try Text(string)) }
      return texts
    }
    source = try EventSource("urn:demo:oversight")
    serviceCentre = try Identifier("x-center")
    assessor = try Identifier("x-assessor")
    satisfaction = try Identifier("satisfaction")
    qualification = try Identifier("voucherService")
    accessory = try Text("附件与安装")
    waiverGrounds = try texts("突发公共卫生事件应急采购", "国家重大任务指定配置")
    demands = try texts("补报资源信息并对外开放", "公开收费标准并受理创新券", "答复未办结的投诉", "补办联合评议手续")
    failings = try texts("逾期未提交整改报告", "抽查发现问题依旧", "the report does not answer the finding")
    restorations = try texts("整改验收合格", "复核后恢复")
    entries = try texts("未按期完成整改", "未按规定开放共享")
    frauds = try texts("虚构检测服务套取创新券", "重复提交同一检测报告", "the samples were never handed in")
    pursuer = try Text("市科技局纪检监察组")
    offence = try Text("涉嫌套取财政资金")
    noticeBoard = try Text("https://demo.invalid/notices")
    customsScope = try Text("同意在原址向高校和科研院所开放共享")
  }
}
