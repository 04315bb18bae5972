using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A payment for a training voucher that the bank had paid came back; it is to be paid again.</summary>
/// <param name="VoucherId">The voucher.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Kind">Kind of course.</param>
/// <param name="Amount">Yuan that came back, exact.</param>
/// <param name="ReturnedOn">China date of the return.</param>
[PublicEvent("youthplatform.entrepreneurship.training_voucher_returned.v1")]
public sealed record TrainingVoucherReturned(Guid VoucherId, string Region, string Kind, decimal Amount, DateOnly ReturnedOn);
