using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.Applications;

/// <summary>Invented requests for the API description.</summary>
internal static class ApplicationExamples
{
    public static SubmitApplicationRequest Submit { get; } = new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

    public static ApproveApplicationRequest Approve { get; } = new([new("registered_unemployed_youth.age", "identity_card")]);

    public static ReasonRequest Rejection { get; } = new("所提交的材料与实名台账不符");

    public static InvitationRequest Invitation { get; } = new(new(2023, 8, 10));

    public static OfferRequest Offer { get; } = new(new(2023, 8, 21));

    public static TurnDownRequest TurnDown { get; } = new("not_matching");

    public static WithdrawalRequest Withdrawal { get; } = new("另有安排");
}
