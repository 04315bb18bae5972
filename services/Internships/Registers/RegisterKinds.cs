namespace YouthPlatform.Internships.Registers;

/// <summary>Registers of other departments that claims are compared with (H9 §四(二)). People are ids, accounts keyed hashes.</summary>
internal static class RegisterKinds
{
    /// <summary>Who pays social insurance as an employee, with the employer's credit code and the period.</summary>
    public const string Insured = "insured";

    /// <summary>Who was on a unit's own staff before the internship.</summary>
    public const string UnitStaff = "unit_staff";

    /// <summary>Who has died, from the day of death.</summary>
    public const string Deceased = "deceased";

    /// <summary>Whose personal data was erased, from that day.</summary>
    public const string Erased = "erased";

    /// <summary>Accounts of people and units, as keyed hashes.</summary>
    public const string Account = "account";

    public static IReadOnlyList<string> All { get; } = [Insured, UnitStaff, Deceased, Erased, Account];
}
