namespace YouthPlatform.Policy;

/// <summary>A check of one kind with its figures, as written in a pack.</summary>
/// <param name="Name">Name of the check within its path.</param>
/// <param name="Kind">What is checked.</param>
public sealed record EligibilityTest(string Name, EligibilityTestKind Kind)
{
    /// <summary>The flag of <see cref="EligibilityTestKind.HasFlag"/> and <see cref="EligibilityTestKind.HasNoFlag"/>.</summary>
    public string? Flag { get; init; }

    /// <summary>The education levels of <see cref="EligibilityTestKind.EducationIn"/>.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The years of <see cref="EligibilityTestKind.WithinYearsOfLeaving"/>.</summary>
    public int? Years { get; init; }

    /// <summary>The least age of <see cref="EligibilityTestKind.AgeBetween"/>, in full years.</summary>
    public int? Min { get; init; }

    /// <summary>The greatest age of <see cref="EligibilityTestKind.AgeBetween"/>, in full years.</summary>
    public int? Max { get; init; }

    /// <summary>The classes of <see cref="EligibilityTestKind.ClassOf"/>, by year of graduation.</summary>
    public IReadOnlyList<int>? ClassYears { get; init; }

    /// <summary>The list of regions of <see cref="EligibilityTestKind.RegionInList"/>.</summary>
    public string? List { get; init; }

    internal bool IsComplete => Kind switch
    {
        EligibilityTestKind.HasFlag or EligibilityTestKind.HasNoFlag => Flag is not null,
        EligibilityTestKind.EducationIn => Values is not null,
        EligibilityTestKind.WithinYearsOfLeaving => Years is not null,
        EligibilityTestKind.AgeBetween => Min is not null && Max is not null,
        EligibilityTestKind.ClassOf => ClassYears is not null,
        _ => List is not null,
    };

    internal T Required<T>(T? value)
        where T : class => value ?? throw Incomplete();

    internal int Required(int? value) => value ?? throw Incomplete();

    private InvalidOperationException Incomplete() => new($"The check '{Name}' of kind {Kind} lacks its figures.");
}

/// <summary>Kinds of checks that a pack can ask for.</summary>
public enum EligibilityTestKind
{
    /// <summary>A flag holds.</summary>
    HasFlag,

    /// <summary>A flag does not hold.</summary>
    HasNoFlag,

    /// <summary>The education level is one of a few.</summary>
    EducationIn,

    /// <summary>The application is no earlier than the graduation and no later than the same day some years after it.</summary>
    WithinYearsOfLeaving,

    /// <summary>The age in full years on the date of the application lies between two ages, both included.</summary>
    AgeBetween,

    /// <summary>The graduation is of one of a few years.</summary>
    ClassOf,

    /// <summary>The deciding region lies in a listed one.</summary>
    RegionInList,
}
