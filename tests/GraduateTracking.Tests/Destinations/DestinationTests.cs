using YouthPlatform.GraduateTracking.Destinations;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.Destinations.Destination,
    YouthPlatform.GraduateTracking.Destinations.DestinationState,
    YouthPlatform.GraduateTracking.Destinations.DestinationCommand,
    YouthPlatform.GraduateTracking.Destinations.DestinationEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Destinations;

/// <summary>Destinations are registered, verified, disputed and shared (H32 §二(十)24).</summary>
public sealed class DestinationTests
{
    private static readonly DestinationFile File =
        new(OtherId, PersonId, "430104", "employed", CreditCode.Create(RegionCode.Parse("430102"), 17), Day, "clerk-1", Day);

    private static readonly RegisterDestination Register = new(File, NamesEmployer: true);
    private static readonly DestinationRegistered Registered = new(File);
    private static readonly VerifyDestination Verify = new(new("social_insurance", "SB-1", "reviewer-1", Day));
    private static readonly DestinationVerified Verified = new(File, Verify.Verification);
    private static readonly DisputeDestination Dispute = new("本人未在该单位就业", "person-1", Day);
    private static readonly DestinationDisputed Disputed = new(File, Dispute.Reason, "person-1", Day);
    private static readonly ShareDestination Share = new(UnitId, "public_security", SharingGround.Consent, "TY-1", "clerk-1", Instant);

    [Fact]
    public void GivenNothing_WhenRegistered_ThenAnEmployerIsNamedExactlyWhereOneIsMeant()
    {
        Spec.Given().When(Register).Then(Registered);
        Spec.Given().When(Register with { File = File with { EmployerCode = null } }).ThenRejected("destination.employer");
        Spec.Given().When(Register with { NamesEmployer = false }).ThenRejected("destination.employer");
        Spec.Given().When(Register with { File = File with { From = Day.AddDays(1) } }).ThenRejected("destination.from");
    }

    [Fact]
    public void GivenRegistration_WhenTheSameIsRegistered_ThenNothingUnlessItIsDisputed()
    {
        Spec.Given(Registered).When(Register).ThenNothing();
        Spec.Given(Registered, Disputed).When(Register).Then(Registered);
        Spec.Given(Registered, Verified).When(Register with { File = File with { From = Day.AddDays(-1) } }).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenRegistration_WhenVerifiedByWhoRegisteredIt_ThenRejected()
    {
        Spec.Given(Registered).When(Verify).Then(Verified);
        Spec.Given(Registered).When(new VerifyDestination(Verify.Verification with { By = "clerk-1" })).ThenRejected("four_eyes.same_person");
        Spec.Given(Registered).When(new VerifyDestination(Verify.Verification with { Reference = "13800000000" })).ThenRejected("destination.reference_invalid");
        Spec.Given(Registered, Verified).When(Verify).ThenNothing();
        Spec.Given(Registered, Verified).When(new VerifyDestination(Verify.Verification with { Source = "employer" })).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenVerified_WhenShared_ThenOnAGroundThatIsWrittenDown()
    {
        Spec.Given(Registered, Verified).When(Share)
            .Then(new DestinationShared(UnitId, OtherId, PersonId, "public_security", SharingGround.Consent, "TY-1", "clerk-1", Instant));
        Spec.Given(Registered, Verified).When(Share with { Basis = " " }).ThenRejected("reason.missing");
    }

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<Destination, DestinationState, DestinationCommand, DestinationEvent>(
        [Register with { File = File with { From = Day.AddDays(-1) } }, Verify, Dispute, Share],
        new Dictionary<string, IReadOnlyList<DestinationEvent>>
        {
            ["not registered"] = [],
            ["registered"] = [Registered],
            ["verified"] = [Registered, Verified],
            ["disputed"] = [Registered, Verified, Disputed],
        },
        """
        not registered + RegisterDestination = DestinationRegistered
        not registered + VerifyDestination = destination.not_registered
        not registered + DisputeDestination = destination.not_registered
        not registered + ShareDestination = destination.not_registered
        registered + RegisterDestination = DestinationRegistered
        registered + VerifyDestination = DestinationVerified
        registered + DisputeDestination = DestinationDisputed
        registered + ShareDestination = destination.not_verified
        verified + RegisterDestination = DestinationRegistered
        verified + VerifyDestination = -
        verified + DisputeDestination = DestinationDisputed
        verified + ShareDestination = DestinationShared
        disputed + RegisterDestination = DestinationRegistered
        disputed + VerifyDestination = destination.disputed
        disputed + DisputeDestination = -
        disputed + ShareDestination = destination.not_verified
        """);
}
