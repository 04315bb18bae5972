namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>Invented requests for the API description.</summary>
internal static class MatchingEventExamples
{
    private static readonly Guid SomeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static PlanMatchingEventRequest Plan { get; } = new("430100", "就业见习进校园专场对接会", "campus", new(2023, 9, 8), "示例大学体育馆");

    public static MoveMatchingEventRequest Move { get; } = new(new(2023, 9, 15), "示例大学体育馆", "场地检修");

    public static MatchingFigures Figures { get; } = new(42, 310, 1250, 168);

    public static JoinMatchingEventRequest Join { get; } = new(SomeId, [SomeId]);

    public static LeaveMatchingEventRequest Leave { get; } = new(SomeId);

    public static MakeOfferRequest Offer { get; } = new(SomeId, SomeId);

    public static AnswerOfferRequest Answer { get; } = new(IsAccepted: true);
}
