/** Subjects of cases, lessons, stories, contacts and laws (rules.md R13). */
export const categoryIds = [
  'neighbour',
  'family',
  'inheritance',
  'elderly',
  'land',
  'expropriation',
  'labour',
  'debt',
  'injury',
  'traffic',
  'medical',
  'consumer',
  'property',
  'housing',
  'environment',
  'village-enterprise',
  'welfare',
  'village-affairs',
  'safety',
  'other',
] as const

export type Category = (typeof categoryIds)[number]

/** Name on screen, and examples of what belongs there. */
export const categories: Record<Category, { name: string; examples: string }> = {
  neighbour: { name: '邻里相邻', examples: '漏水、噪音、采光、通行、排水、树木、宠物扰民' },
  family: { name: '婚姻家庭', examples: '离婚、抚养、探望、彩礼、家庭暴力' },
  inheritance: { name: '继承分家', examples: '遗产、遗嘱、分家析产' },
  elderly: { name: '赡养扶养', examples: '赡养费、轮流照看、老人权益、养老服务合同' },
  land: { name: '土地宅基地', examples: '承包地、流转、宅基地、地界、青苗' },
  expropriation: { name: '征地拆迁', examples: '征收程序、补偿、安置、强拆' },
  labour: { name: '劳动用工', examples: '欠薪、工伤、辞退、合同、社保、加班' },
  debt: { name: '借贷债务', examples: '借条欠条、利息、担保、合伙欠款' },
  injury: { name: '人身财产损害', examples: '打架、摔伤、动物咬伤、帮工受伤、高空抛物、物件损坏' },
  traffic: { name: '交通事故', examples: '责任、赔偿、逃逸、电动车' },
  medical: { name: '医疗纠纷', examples: '损害、病历、鉴定' },
  consumer: { name: '消费', examples: '假货、预付卡、网购、农资种子' },
  property: { name: '物业小区', examples: '物业费、车位、电梯、维修资金、公共部位' },
  housing: { name: '房屋买卖租赁', examples: '押金、租期、定金、逾期交房、办证' },
  environment: { name: '环境污染', examples: '工厂、养殖、工地和单位噪声、油烟、秸秆' },
  'village-enterprise': { name: '村企纠纷', examples: '企业占地、放炮震损、用工用水、租金' },
  welfare: { name: '民政救助', examples: '低保、特困、临时救助、残疾、殡葬墓地' },
  'village-affairs': { name: '村务集体', examples: '账目公开、选举、集体收益分配、成员资格、村规民约' },
  safety: { name: '诈骗与未成年人保护', examples: '电信诈骗、校园欺凌、未成年人受侵害' },
  other: { name: '其他', examples: '上面都不像' },
}
