import { Icon } from '#ui/icons.tsx'

/** How a page is printed: the browser's own menu, or with scripts a button. */
export const PrintButton = () => (
  <>
    <p class="soft small no-print">打印，也可以用浏览器菜单里的“打印”，纸选 A4。</p>
    <p class="actions no-print">
      <button class="button secondary" type="button" data-print hidden>
        <Icon name="print" />
        打印这一页
      </button>
    </p>
  </>
)
