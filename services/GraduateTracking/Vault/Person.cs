namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Personal data of one person, in clear. Lives in memory for as long as a request needs it.</summary>
internal sealed record Person(string Name, string CitizenId, string Phone, string School)
{
    /// <summary>What is shown by default.</summary>
    public MaskedPerson Masked() => new(Masking.Name(Name), Masking.CitizenId(CitizenId), Masking.Phone(Phone));

    /// <summary>Keeps personal data out of logs and test output that print records.</summary>
    public override string ToString() => "person (hidden)";
}

/// <summary>Personal data as shown without a disclosure.</summary>
/// <param name="Name">Family name, then a star for each further character.</param>
/// <param name="CitizenId">First three and last four characters.</param>
/// <param name="Phone">First three and last four digits; empty when there is none.</param>
internal sealed record MaskedPerson(string Name, string CitizenId, string Phone)
{
    /// <summary>Shown when the data key was deleted: the entry stays, the person is gone.</summary>
    public static MaskedPerson Erased { get; } = new("*", "*", "*");
}
