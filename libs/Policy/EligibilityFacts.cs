namespace YouthPlatform.Policy;

/// <summary>What is known of a person or project when eligibility is decided; what is not known is null; a check of it is unknown and does not pass.</summary>
public sealed record EligibilityFacts
{
    /// <summary>Date of birth; only the age goes into the stored checks.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>An age on an earlier day, where the date of birth is not known.</summary>
    public AgeAssertion? Age { get; init; }

    /// <summary>Date of graduation (leaving school).</summary>
    public DateOnly? LeftSchoolOn { get; init; }

    /// <summary>Code of the education level, such as <c>bachelor</c> or <c>secondary_vocational</c>.</summary>
    public string? Education { get; init; }

    /// <summary>What else holds: <c>employed</c>, <c>registered_unemployed</c>, <c>at_school</c>, <c>low_income_family</c>, ...</summary>
    public IReadOnlySet<string> Flags { get; init; } = new HashSet<string>();
}
