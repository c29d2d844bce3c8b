/** Note about a year whose holidays are not in the data yet: dates that depend on it are provisional. */
export const MissingYear = ({ year }: { year: number | null }) =>
  year === null ? null : (
    <p class="note">
      {year} 年的放假安排还没有放进系统，跨到那一年的日子是暂定的。放进 content/calendar/{year}
      .yaml，下次发布以后自己会改过来。
    </p>
  )
