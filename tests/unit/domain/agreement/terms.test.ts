import { describe, expect, it } from 'vitest'
import { type TermRule, termFaults } from '#domain/agreement/terms.ts'

/** Sentences of agreements: what cannot stay, and what can although it sounds alike. */

const refused: Record<TermRule['id'], string[]> = {
  remedies: [
    '吴秀兰以后不得起诉。',
    '双方今后不得以任何理由、任何方式向有关部门上访。',
    '收款以后，李四不再向法院起诉',
    '李四自愿放弃诉讼的权利',
    '甲方保证不去信访',
    '乙方不得报警。',
    '拿了钱就息诉罢访',
    '张三撤回信访',
    '王五如再上访，补偿款全部退回',
    '工人不得申请劳动仲裁',
    '不举报公司排污',
    '一方违约的，另一方不能申请强制执行',
  ],
  support: [
    '大女儿分了嫁妆，不再承担赡养义务',
    '孩子归女方，男方不付抚养费',
    '老人放弃要求二儿子赡养的权利',
    '免除张三的抚养费',
    '父亲生前与他断绝父子关系',
  ],
  fine: [
    '再往沟里倒垃圾，罚款五百元',
    '谁家鸡跑到地里，罚 200 元',
    '不执行的，扣他家当年分红',
    '不听劝的取消低保',
  ],
  outsider: [
    '修路的钱由村委会承担',
    '其父亲代为偿还余下的三千元',
    '不够的部分，由保险公司赔付',
    '张三付不出的，其妻子负责还',
  ],
  punishment: [
    '赔钱以后，李四不再追究张三的刑事责任',
    '李四出具谅解书',
    '张三赔两万元，李四到派出所撤案',
    '双方私了',
    '不追究打人者的法律责任',
    '请求公安机关免予处罚',
  ],
  ownership: ['老屋东头两间归陈建国所有', '争议的宅基地使用权归吴秀兰', '确认该林地的使用权'],
  status: ['双方同意离婚', '解除收养关系', '确认李小宝与张三的亲子关系'],
  unlawful: ['张三欠的赌债三千元，年底还清', '买卖双方不开发票', '公司不再交社保，每月补三百元'],
}

const allowed = [
  '双方以后有争议，可以向法院起诉。',
  '一方不履行的，另一方可以向人民法院起诉',
  '本协议不影响任何一方起诉、报警、信访的权利',
  '不得因对方举报而报复',
  '不得阻止对方报警',
  '不能按时付款的，吴秀兰可以申请强制执行',
  '不再另行赔偿',
  '这件事就这样了结，双方不再争吵',
  '双方互相谅解，和睦相处',
  '双方自生效之日起三十日内共同向人民法院申请司法确认',
  '李四放弃其余赔偿请求',
  '双方互不追究对方的损失',
  '公安机关怎么处理，不受本协议影响',
  '三个儿子每人每月给母亲赡养费三百元，每月五日前付',
  '不得以放弃继承权为由拒绝赡养老人',
  '男方每月付抚养费一千元，付到孩子十八岁',
  '抚养费每月不少于八百元',
  '逾期一天，付违约金二十元',
  '交警处的罚款由张三自己交',
  '陈建国在屋檐装檐沟、落水管，把水引到村路边水沟，费用由陈建国承担。',
  '陈建国付给吴秀兰修墙的石灰、工钱共 600 元',
  '吴秀兰撤去竹竿五根，菜畦北边留宽一尺走水，不再另要赔偿。',
  '请村委会的人到场看过',
  '母亲的医药费由兄弟三人承担',
  '张三付给李四母亲赔偿款两千元',
  '张三三天以内从房屋搬出，把钥匙交给李四',
  '地界以现在的水沟为准，双方不再移动',
  '离婚时没有分的冰箱归李四',
  '公司十二月十日前补交社保',
  '老屋漏水的地方由陈建国修好',
]

describe('what no agreement may say', () => {
  it.each(Object.entries(refused).flatMap(([id, texts]) => texts.map((text) => [id, text])))(
    '%s: %s',
    (id, text) => {
      expect(termFaults(text ?? '').map(({ rule }) => rule.id)).toContain(id)
    },
  )

  it.each(allowed)('nothing in: %s', (text) => {
    expect(termFaults(text).map(({ rule }) => rule.id)).toEqual([])
  })

  it('names the sentence and the reason', () => {
    const [fault] = termFaults('十日内付清。以后不得报警；双方和好')
    expect(fault).toMatchObject({ sentence: '以后不得报警', rule: { id: 'remedies' } })
    expect(fault?.rule.reason).toContain('不能叫人不起诉')
  })

  it('reads a long text in time linear in its length', () => {
    const text = '不得以任何理由'.repeat(600)
    const begun = performance.now()
    termFaults(text)
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
