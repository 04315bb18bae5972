using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A training body was paid for a voucher (W62 §二(三), E17 §二(三)).</summary>
/// <param name="VoucherId">The voucher.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Kind">Kind of course.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="PaidOn">China date of the bank's payment.</param>
[PublicEvent("youthplatform.entrepreneurship.training_voucher_paid.v1")]
public sealed record TrainingVoucherPaid(Guid VoucherId, string Region, string Kind, decimal Amount, DateOnly PaidOn);
