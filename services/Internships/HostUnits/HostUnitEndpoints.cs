using YouthPlatform.Internships.Reads;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.Internships.HostUnits;

internal static class HostUnitEndpoints
{
    public static void MapHostUnits(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapV1("host-units");
        MapFiles(units);
        Change(units, "approval", HostUnitReview.ApproveAsync, Roles.Reviewer, "ApproveHostUnit", "Approve a host unit and publish its posts")
            .WithExample(HostUnitExamples.Approve);
        Change(units, "return", HostUnitReview.ReturnAsync, Roles.Reviewer, "ReturnHostUnit", "Return an application for correction, field by field")
            .WithExample(HostUnitExamples.Return);
        Change(units, "rejection", HostUnitReview.RejectAsync, Roles.Reviewer, "RejectHostUnit", "Reject an application and close its posts")
            .WithExample(HostUnitExamples.Reason);
        Change(units, "suspension", HostUnitSteps.SuspendAsync, Roles.Reviewer, "SuspendHostUnit",
            "Suspend a unit from a day on: it neither publishes posts nor takes interns; running internships go on")
            .WithExample(HostUnitExamples.Suspend);
        Change(units, "suspension-lifting", HostUnitSteps.LiftAsync, Roles.Reviewer, "LiftSuspension", "Lift a suspension")
            .WithExample(HostUnitExamples.Reason);
        Change(units, "honours", HostUnitSteps.HonourAsync, Roles.Approver, "HonourHostUnit",
            "Grant the status of a base, or of a national demonstration unit (province only)").WithExample(HostUnitExamples.Honour);
        Change(units, "honours/{honour}/revocation", HostUnitSteps.RevokeAsync, Roles.Approver, "RevokeHonour", "Revoke a status")
            .WithExample(HostUnitExamples.Reason);
        Change(units, "final-payment", HostUnitSteps.AllowPaymentAsync, Roles.Approver, "AllowFinalPayment",
            "Allow that what is owed to a unit that left is paid").WithExample(HostUnitExamples.FinalPayment);
        Change(units, "bank-account", HostUnitSteps.ProposeAccountAsync, Roles.HostUnit, "ProposeBankAccount",
            "Propose the account that subsidies are paid into; a reviewer confirms it").WithExample(HostUnitExamples.Account);
        Change(units, "bank-account/confirmation", HostUnitSteps.ConfirmAccountAsync, Roles.Reviewer, "ConfirmBankAccount", "Confirm a proposed account");
        Change(units, "bank-account/refusal", HostUnitSteps.RefuseAccountAsync, Roles.Reviewer, "RefuseBankAccount", "Refuse a proposed account")
            .WithExample(HostUnitExamples.Reason);
    }

    private static void MapFiles(RouteGroupBuilder units)
    {
        units.MapPost("", HostUnitFiles.ApplyAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("ApplyAsHostUnit").WithSummary("Apply as a host unit with its first posts").WithExample(HostUnitExamples.Apply);
        units.MapGet("", HostUnitFiles.ListAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("ListHostUnits").WithSummary("Host units of the caller's regions, or its own").WithListParameters();
        units.MapGet("{unitId:guid}", HostUnitFiles.GetAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("GetHostUnit").WithSummary("A host unit");
        Change(units, "resubmissions", HostUnitFiles.ResubmitAsync, Roles.HostUnit, "ResubmitHostUnit",
            "Submit a returned application again: a new round, and the time for the review begins anew")
            .WithExample(HostUnitExamples.Resubmit);
        Change(units, "withdrawal", HostUnitFiles.WithdrawAsync, Roles.HostUnit, "WithdrawHostUnit",
            "Withdraw an application, or leave the programme; closes the unit's posts, running internships go on")
            .WithExample(HostUnitExamples.Reason);
    }

    private static RouteHandlerBuilder Change(RouteGroupBuilder units, string path, Delegate handler, string role, string name, string summary) =>
        units.MapPost($"{{unitId:guid}}/{path}", handler).RequireRoles(role).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);
}
