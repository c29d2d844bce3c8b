import { Icon } from '#ui/icons.tsx'

/** Ten paper codes to write down or print. */
export const PaperCodes = ({ codes }: { codes: string[] }) => (
  <>
    <ul class="code-groups paper" aria-label="十个备用码">
      {codes.map((code) => (
        <li>{code}</li>
      ))}
    </ul>
    <p class="soft small no-print">要打印，也可以用浏览器菜单里的“打印”。不要拍照发给别人。</p>
    <div class="actions">
      <button class="button secondary" type="button" data-print hidden>
        <Icon name="print" />
        打印这一页
      </button>
    </div>
  </>
)
