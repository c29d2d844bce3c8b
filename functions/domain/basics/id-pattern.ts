/** An id in data files, and the name of a county's folder: lower-case letters, digits and single hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
