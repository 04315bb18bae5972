using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;

namespace YouthPlatform.Entrepreneurship;

/// <summary>Stored names of this service's events.</summary>
internal static class StoredEvents
{
    public static EventTypes Types { get; } = new EventTypes()
        .Add<ProgrammeOpened>("entrepreneurship.programme_opened.v1")
        .Add<ProjectEntered>("entrepreneurship.project_entered.v1")
        .Add<SelectionClosed>("entrepreneurship.selection_closed.v1")
        .Add<ProjectRecommended>("entrepreneurship.project_recommended.v1")
        .Add<ProjectSelected>("entrepreneurship.project_selected.v1")
        .Add<ProjectDeclined>("entrepreneurship.project_declined.v1")
        .Add<GrantProposed>("entrepreneurship.grant_proposed.v1")
        .Add<GrantApproved>("entrepreneurship.grant_approved.v1")
        .Add<GrantPaymentOrdered>("entrepreneurship.grant_payment_ordered.v1")
        .Add<GrantPaid>("entrepreneurship.grant_paid.v1")
        .Add<GrantPaymentFailed>("entrepreneurship.grant_payment_failed.v1");
}
