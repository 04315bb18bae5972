using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.Placements;

internal abstract record PlacementCommand;

internal sealed record ArrangePlacement(PlacementAgreement Agreement, InternshipLimits Limits, string Actor, DateOnly Today) : PlacementCommand;

internal sealed record AssignMentor(Mentor Mentor) : PlacementCommand;

internal sealed record RegisterInsurance(Insurance Insurance) : PlacementCommand;

internal sealed record SignAgreement(Signature Signature, DateOnly Today) : PlacementCommand;

internal sealed record StartInternship(DateOnly Today) : PlacementCommand;

internal sealed record CompleteInternship(DateOnly Today) : PlacementCommand;

internal sealed record EndInternshipEarly(DateOnly EndedOn, string Reason, DateOnly Today) : PlacementCommand;

internal sealed record CancelPlacement(string Reason, DateOnly Today) : PlacementCommand;
