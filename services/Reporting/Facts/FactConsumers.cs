using YouthPlatform.Contracts.Entrepreneurship;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Contracts.Internships;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.Reporting.Facts;

/// <summary>Listens to the contracts of <see cref="FactTypes"/>.</summary>
internal static class FactConsumers
{
    public static ServiceMessaging ConsumeFacts(this ServiceMessaging messaging) => messaging
        .Consume<FactConsumer<HostUnitApproved>>()
        .Consume<FactConsumer<PostPublished>>()
        .Consume<FactConsumer<InternshipStarted>>()
        .Consume<FactConsumer<InternshipCompleted>>()
        .Consume<FactConsumer<SubsidyPaid>>()
        .Consume<FactConsumer<LedgerEntryOpened>>()
        .Consume<FactConsumer<ProjectRecommended>>()
        .Consume<FactConsumer<ProjectGranted>>()
        .Consume<FactConsumer<GrantPaid>>();
}
