using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;

namespace YouthPlatform.Internships.Claims;

/// <summary>What an approved claim grants: an entitlement a line, in the commit of the approval.</summary>
internal static class ClaimGrants
{
    /// <summary>The programme, as in the keys of entitlements.</summary>
    public const string Scheme = "internship";

    public static async Task<IReadOnlyList<StreamAppend>> GrantAsync(
        this PayDesk desk, Decision<ClaimState> decision, CancellationToken cancellation)
    {
        List<StreamAppend> grants = [];
        foreach (var approved in decision.Append.Events.OfType<ClaimApproved>())
        {
            var file = ClaimView.FileOf(decision.State);
            foreach (var line in file.Lines.Where(line => approved.Granted.Contains(line.Line)))
            {
                var grant = new GrantEntitlement(EntitlementOf(file, line), line.Amount, approved.ApprovedBy, approved.ApprovedOn);
                grants.Add(await desk.GrantAsync(grant, cancellation));
            }
        }

        return grants;
    }

    public static EntitlementFile EntitlementOf(ClaimFile file, ClaimLine line)
    {
        var key = new EntitlementKey(Scheme, line.PersonId, line.Month.ToString(), line.Kind);
        return new(key.ToId(), key, file.UnitId, file.UnitCode, file.Region, file.ClaimId, line.PlacementId);
    }
}
