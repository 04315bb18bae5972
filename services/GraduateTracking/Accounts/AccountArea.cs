namespace YouthPlatform.GraduateTracking.Accounts;

/// <summary>Bank accounts of people who are paid.</summary>
internal sealed class AccountArea : TrackingArea
{
    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapAccounts();
}
