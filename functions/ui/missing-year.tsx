/** Note about a year whose holidays are not in the data yet: dates that depend on it are provisional. */
export const MissingYear = ({ year }: { year: number | null }) =>
  year === null ? null : (
    <p class="note">
      {year}{' '}
      年的放假安排还没有放进系统，跨到那一年的日子是暂定的。请告诉维护系统的人；放进去以后，日子自己会改过来。
    </p>
  )
