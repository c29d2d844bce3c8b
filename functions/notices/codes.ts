import type { Outcome } from '#domain/notices/attempts.ts'

/**
 * What the codes of two providers of SMS mean for a message, as they list them (help.aliyun.com, "API 错误码" of SMS;
 * cloud.tencent.com/document/api/382/55981, "错误码"). A code that is not here may pass: the message is tried again. So do
 * limits for one number and faults of the provider. One that ends with a star is a family.
 */
export interface Codes {
  sent: string
  /** This number is never reached: it is wrong, or it is on a list of people who want no messages. */
  refused: readonly string[]
  /** Nobody is reached: money, contract, key, template, signature, clock, or a limit that the county set for itself. */
  stopped: readonly string[]
}

export const aliyunCodes: Codes = {
  sent: 'OK',
  refused: [
    'isv.MOBILE_NUMBER_ILLEGAL',
    'isv.BLACK_KEY_CONTROL_LIMIT',
    'isv.BLACK_LIST*',
    'isv.CUSTOMER_REFUSED',
  ],
  stopped: [
    'isv.AMOUNT_NOT_ENOUGH',
    'isv.OUT_OF_SERVICE',
    'isv.PRODUCT_UN_SUBSCRIPT',
    'isv.PRODUCT_UNSUBSCRIBE',
    'isv.ACCOUNT_NOT_EXISTS',
    'isv.ACCOUNT_ABNORMAL',
    'isv.SMS_TEMPLATE_ILLEGAL',
    'isv.SMS_SIGNATURE_ILLEGAL',
    'isv.SMS_SIGN_ILLEGAL',
    'isv.TEMPLATE_MISSING_PARAMETERS',
    'isv.TEMPLATE_PARAMS_ILLEGAL',
    'isv.DAY_LIMIT_CONTROL',
    'isv.MONTH_LIMIT_CONTROL',
    'isv.DENY_IP_RANGE',
    'isp.RAM_PERMISSION_DENY',
    'Forbidden*',
    'NoPermission*',
    'InvalidAccessKeyId*',
    'InvalidTimeStamp*',
    'SignatureDoesNotMatch*',
    'IncompleteSignature*',
  ],
}

export const tencentCodes: Codes = {
  sent: 'Ok',
  refused: [
    'InvalidParameterValue.IncorrectPhoneNumber',
    'FailedOperation.PhoneNumberInBlacklist',
    'FailedOperation.PhoneNumberOnBlacklist',
    'FailedOperation.PhoneNumberParseFail',
  ],
  stopped: [
    'AuthFailure*',
    'UnauthorizedOperation*',
    'InternalError.RequestTimeException',
    'FailedOperation.ContainSensitiveWord',
    'FailedOperation.InsufficientBalanceInSmsPackage',
    'FailedOperation.MissingSignature*',
    'FailedOperation.MissingTemplate*',
    'FailedOperation.SignatureIncorrectOrUnapproved',
    'FailedOperation.TemplateIncorrectOrUnapproved',
    'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
    'FailedOperation.TemplateUnapprovedOrNotExist',
    'InvalidParameterValue.SdkAppIdNotExist',
    'LimitExceeded.AppDailyLimit',
    'LimitExceeded.AppMainlandChinaDailyLimit',
    'LimitExceeded.DailyLimit',
    'LimitExceeded.MainlandChinaDailyLimit',
  ],
}

const isIn = (codes: readonly string[], code: string): boolean =>
  codes.some((one) => (one.endsWith('*') ? code.startsWith(one.slice(0, -1)) : code === one))

/** What a code means; null if there is none. */
export const outcomeOfCode = ({ sent, refused, stopped }: Codes, code: unknown): Outcome | null => {
  if (typeof code !== 'string') return null
  if (code === sent) return 'sent'
  if (isIn(refused, code)) return 'refused'
  return isIn(stopped, code) ? 'stopped' : 'again'
}
