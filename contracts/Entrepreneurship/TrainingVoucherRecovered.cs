using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>Of a payment for a training voucher, what had been paid too much was recovered, by offset or repayment.</summary>
/// <param name="VoucherId">The voucher.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Kind">Kind of course.</param>
/// <param name="Amount">Yuan that was recovered, exact.</param>
/// <param name="RecoveredOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.training_voucher_recovered.v1")]
public sealed record TrainingVoucherRecovered(Guid VoucherId, string Region, string Kind, decimal Amount, DateOnly RecoveredOn);
