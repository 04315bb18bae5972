using YouthPlatform.Entrepreneurship.Resources;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using static YouthPlatform.Entrepreneurship.Tests.ServiceSamples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Resources.Resource,
    YouthPlatform.Entrepreneurship.Resources.ResourceState,
    YouthPlatform.Entrepreneurship.Resources.ResourceCommand,
    YouthPlatform.Entrepreneurship.Resources.ResourceEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Resources;

/// <summary>Mentors and other resources for projects (H32 §二(三)6 and 8).</summary>
public sealed class ResourceTests
{
    private static readonly ResourceEvent Offered = new ResourceOffered(Mentor, "unit-1", Day);
    private static readonly ResourceEvent Proposed = new ResourceProposed(Id(30), Id(1), Id(2), "clerk-1", Day);
    private static readonly ResourceEvent Accepted = new ResourceAccepted(Id(30), Id(1), "person-2", Day);
    private static readonly ResourceEvent Withdrawn = new ResourceWithdrawn(Id(30), "导师调离", "unit-1", Day);

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Resource, ResourceState, ResourceCommand, ResourceEvent>(
        [
            Offer(Mentor),
            Propose(1),
            new AcceptResource(Id(1), "person-2", Day),
            new EndResource(Id(1), "已完成", "person-2", Day),
            new WithdrawResource("导师调离", "unit-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<ResourceEvent>>
        {
            ["none"] = [],
            ["offered"] = [Offered],
            ["proposed"] = [Offered, Proposed],
            ["serving"] = [Offered, Proposed, Accepted],
            ["withdrawn"] = [Offered, Proposed, Withdrawn],
            ["withdrawn, serving"] = [Offered, Proposed, Accepted, Withdrawn],
        },
        """
        none + OfferResource = ResourceOffered
        none + ProposeResource = resource.not_found
        none + AcceptResource = resource.not_found
        none + EndResource = resource.not_found
        none + WithdrawResource = resource.not_found
        offered + OfferResource = resource.already_offered
        offered + ProposeResource = ResourceProposed
        offered + AcceptResource = resource.not_proposed
        offered + EndResource = resource.not_proposed
        offered + WithdrawResource = ResourceWithdrawn
        proposed + OfferResource = resource.already_offered
        proposed + ProposeResource = resource.already_proposed
        proposed + AcceptResource = ResourceAccepted
        proposed + EndResource = ResourceEnded
        proposed + WithdrawResource = ResourceWithdrawn
        serving + OfferResource = resource.already_offered
        serving + ProposeResource = resource.already_proposed
        serving + AcceptResource = -
        serving + EndResource = ResourceEnded
        serving + WithdrawResource = ResourceWithdrawn
        withdrawn + OfferResource = resource.already_offered
        withdrawn + ProposeResource = resource.withdrawn
        withdrawn + AcceptResource = resource.withdrawn
        withdrawn + EndResource = resource.not_proposed
        withdrawn + WithdrawResource = -
        withdrawn, serving + OfferResource = resource.already_offered
        withdrawn, serving + ProposeResource = resource.withdrawn
        withdrawn, serving + AcceptResource = resource.withdrawn
        withdrawn, serving + EndResource = ResourceEnded
        withdrawn, serving + WithdrawResource = -
        """);

    [Fact]
    public void ItServesNoMoreProjectsThanItCan()
    {
        ResourceEvent[] full = [Offered, Proposed, new ResourceProposed(Id(30), Id(5), Id(6), "clerk-1", Day)];

        Spec.Given(full).When(Propose(7)).ThenRejected("resource.full");
        Spec.Given([.. full, new ResourceEnded(Id(30), Id(5), false, "另有导师", "person-6", Day)]).When(Propose(7))
            .Then(new ResourceProposed(Id(30), Id(7), Id(2), "clerk-1", Day));
    }

    [Fact]
    public void ItIsForItsSectorsAndUntilItsDay()
    {
        Spec.Given(Offered).When(Propose(1) with { Sector = "rural_revitalisation" }).ThenRejected("resource.other_sector");
        Spec.Given(Offered).When(Propose(1) with { Today = Mentor.Until.AddDays(1) }).ThenRejected("resource.over");
        Should.NotThrow(() => Spec.Given(Offered).When(Propose(1) with { Today = Mentor.Until }).Events);
        Should.NotThrow(() => Spec.Given(new ResourceOffered(Mentor with { Sectors = [] }, "unit-1", Day)).When(Propose(1) with { Sector = "other" }).Events);
    }

    [Fact]
    public void AnEndHasAReason() =>
        Spec.Given(Offered, Proposed).When(new EndResource(Id(1), " ", "person-2", Day)).ThenRejected("reason.missing");

    [Fact]
    public void AnOfferIsComplete()
    {
        Spec.Given().When(Offer(Mentor with { Capacity = 0 })).ThenRejected("resource.file_invalid");
        Spec.Given().When(Offer(Mentor with { Title = " " })).ThenRejected("resource.file_invalid");
        Spec.Given().When(Offer(Mentor with { Until = Day.AddDays(-1) })).ThenRejected("resource.file_invalid");
        Spec.Given().When(Offer(Mentor with { Kind = "gold" })).ThenRejected("resource.kind_unknown");
    }

    private static OfferResource Offer(ResourceFile file) => new(file, Startups.ResourceKinds(Changsha, Day), "unit-1", Day);

    private static ProposeResource Propose(int project) => new(Id(project), Id(2), "hard_tech", "clerk-1", Day);
}
