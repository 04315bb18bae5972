namespace YouthPlatform.Policy;

/// <summary>What is wrong with a citizen id or a credit code.</summary>
public enum IdProblem
{
    /// <summary>It does not have 18 characters.</summary>
    Length,

    /// <summary>A character is not allowed where it stands.</summary>
    Character,

    /// <summary>The region digits stand for no province.</summary>
    Region,

    /// <summary>The date of birth is not a day of the calendar.</summary>
    BirthDate,

    /// <summary>The check character does not fit the rest.</summary>
    CheckDigit,
}
