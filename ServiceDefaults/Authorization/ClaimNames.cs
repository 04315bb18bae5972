namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Claims of the platform's tokens.</summary>
public static class ClaimNames
{
    /// <summary>The account.</summary>
    public const string Subject = "sub";

    /// <summary>A role; any number of them.</summary>
    public const string Role = "role";

    /// <summary>A region; any number of them.</summary>
    public const string Region = "region";

    /// <summary>Unified social credit code.</summary>
    public const string Unit = "unit";

    /// <summary>Person id.</summary>
    public const string Person = "person";
}
