import { fileKinds } from '#domain/evidence/kinds.ts'
import { Card } from '#ui/card.tsx'

/** What the giver should know before giving anything. */
export const Before = ({ anonymous }: { anonymous: boolean }) => (
  <Card title="交之前，看一眼">
    <ul class="lines">
      <li>
        <b>原件自己留好。</b>
        照片、录音收下的是一份副本，拍摄地点、手机型号这些已经去掉；将来要拿去别处，用您手里的原件。PDF
        里作者、软件的名字可能还在。
      </li>
      <li>身份证、户口本、银行卡，请不要拍来。真要核对，办的人会当面看。</li>
      <li>录音请只交您自己在场时录的。</li>
      {anonymous ? (
        <li>
          <b>您没有留姓名。</b>声音、脸、屋里的样子，熟人认得出来。不想让人知道是您，就不要交。
        </li>
      ) : null}
      <li>
        保存多久：事情结束、再没有动静以后，照片和 PDF {fileKinds.jpeg.keptDays} 天，录音{' '}
        {fileKinds.m4a.keptDays} 天，到期删掉（本县规定）。
      </li>
    </ul>
  </Card>
)
