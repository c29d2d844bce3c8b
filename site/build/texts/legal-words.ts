import { z } from 'zod'
import { termSchema } from '#domain/content/reference.ts'
import { readYaml } from '../read-content.ts'

/** Terms that only lawyers use; a text needs a plain word beside each term the glossary does not explain. */
const jargon = (
  '诉讼时效 除斥期间 举证责任 抗辩 追偿 追偿权 抵销 善意取得 善意第三人 表见代理 无因管理 不当得利 孳息 标的 标的物 给付 ' +
  '债权人 债务人 主债务 从债务 物权 债权 请求权 撤销权 解除权 形成权 连带责任 按份责任 补充责任 过错推定 无过错 ' +
  '公平责任 缔约过失 违约金 定金罚则 格式条款 显失公平 重大误解 胁迫 恶意串通 代位继承 转继承 遗赠扶养 遗赠 ' +
  '析产 确权 用益物权 地役权 居住权 他项权 强制执行 先予执行 财产保全 管辖 级别管辖 立案 受理 裁定 裁决 终局 ' +
  '行政行为 具体行政行为 行政复议 行政诉讼 听证 送达 公示催告 竞合 交强险 商业三者险 残疾赔偿金 鉴定意见 因果关系'
).split(' ')

/** The legal terms that `content/glossary.yaml` does not explain. */
export const legalWords = (content: string): string[] => {
  const terms = readYaml(content, 'glossary.yaml', z.array(termSchema))
  const known = new Set(terms.flatMap(({ term, aliases = [] }) => [term, ...aliases]))
  return jargon.filter((word) => !known.has(word))
}
