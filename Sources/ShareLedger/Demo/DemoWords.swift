internal import EventModel

/// What the demonstration says in words: names and reasons, made once.
struct DemoWords: Sendable {
  let booking: EventSource
  let meters: EventSource
  let billing: EventSource
  let registry: EventSource
  let vouchers: EventSource
  let committee: Identifier
  let office: Identifier
  let department: Identifier
  let external: Identifier
  let inside: Identifier
  /// The cost pools a unit can have.
  let pools: [Identifier]

  let rejections: [Text]
  let cancellations: [Text]
  let voids: [Text]
  let failures: [Text]
  let services: [Text]
  let complaints: [Text]
  let resolutions: [Text]
  let adjustments: [Text]
  let waivers: [Text]
  let reversals: [Text]
  let refunds: [Text]
  let disputes: [Text]
  let decisions: [Text]
  let misprint: Text
  let claimFaults: [Text]
  let refusals: [Text]
  let returns: [Text]
  let revocations: [Text]
  let exclusions: [Text]
  let reopening: Text
  let makers: [Text]
  let labour: Text
  let power: Text
  let consumables: Text
  let water: Text

  init() throws(ValueError) {
    func texts(_ strings: String...) throws(ValueError) -> [Text] {
      var texts: [Text] = []
      for string in strings { texts.append(try Text(string)) }
      return texts
    }
    booking = try EventSource("urn:demo:booking")
    meters = try EventSource("urn:demo:meters")
    billing = try EventSource("urn:demo:billing")
    registry = try EventSource("urn:demo:registry")
    vouchers = try EventSource("urn:demo:vouchers")
    committee = try Identifier("x-committee")
    office = try Identifier("x-office")
    department = try Identifier("x-department")
    external = try Identifier("external")
    inside = try Identifier("internal")
    var pools: [Identifier] = []
    for name in ["analysis", "imaging", "materials", "bio"] { pools.append(try Identifier(name)) }
    self.pools = pools
    rejections = try texts("样品不符合要求", "仪器已安排维护", "申请人未通过培训考核", "the sample cannot be measured here")
    cancellations = try texts("样品未准备好", "实验计划调整", "重复预约", "the project was postponed")
    voids = try texts("误刷卡产生的记录", "重复上传", "test run of the meter")
    failures = try texts("真空泵故障", "冷却水异常", "电源模块更换", "detector failure", "软件升级后无法启动")
    services = try texts("年度保养", "季度校准", "更换灯丝", "calibration by the maker")
    complaints = try texts("等待时间过长", "测试结果延迟交付", "收费与公示不一致", "the instrument was not ready at the agreed time")
    resolutions = try texts("已向用户说明并致歉", "已补测并免收加急费", "经核查收费无误", "the queue was reorganised")
    adjustments = try texts("机时记录更正", "样品数更正", "按合同优惠", "one sample failed and was not charged")
    waivers = try texts("支持创新创业团队", "学生竞赛项目", "补测费用减免")
    reversals = try texts("用户单位登记错误", "重复收费", "the wrong project was charged")
    refunds = try texts("多收退回", "调整后退款", "refund after adjustment")
    disputes = try texts("对机时有异议", "对样品数有异议", "the price differs from the published one")
    decisions = try texts("核对原始记录后决定", "双方协商一致", "decided after reading the meter")
    misprint = try Text("购买方名称有误")
    claimFaults = try texts("发票信息不符", "缺少服务合同", "the invoice is not legible")
    refusals = try texts("本单位暂未开通创新券", "the service is not in the voucher's field")
    returns = try texts("项目结束", "企业迁出")
    revocations = try texts("不再符合条件", "false statements in the application")
    exclusions = try texts("法定检测", "强制检定", "关联单位之间的服务")
    reopening = try Text("补记上月供应商发票")
    makers = try texts("Bruker", "JEOL", "Thermo Fisher", "Agilent", "岛津", "聚光科技", "Zeiss", "Waters")
    labour = try Text("技术服务")
    power = try Text("运行电费")
    consumables = try Text("样品耗材")
    water = try Text("循环水")
  }
}
