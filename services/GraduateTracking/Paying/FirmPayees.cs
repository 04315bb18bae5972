using YouthPlatform.GraduateTracking.Subsidies;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.GraduateTracking.Paying;

/// <summary>Firms name the accounts that their subsidies are paid into; people's accounts are in the vault.</summary>
internal sealed class FirmPayees : IPayeeIdentities
{
    public PayeeIdentity? Of(Caller caller) => caller.Has(Roles.HostUnit) && CreditCode.TryParse(caller.Unit, out var code, out _)
        ? new(Firm.Of(code).UnitId, code.Value)
        : null;
}
