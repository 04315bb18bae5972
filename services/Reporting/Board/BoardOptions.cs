namespace YouthPlatform.Reporting.Board;

/// <summary>Settings of the board, section <c>Board</c>.</summary>
internal sealed class BoardOptions
{
    public const string Section = "Board";

    /// <summary>Where browsers find the board, without a path, such as <c>https://youth.example</c>: the gateway's address.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The board as a client of the authority.</summary>
    public string ClientId { get; init; } = "youthplatform-board";

    /// <summary>File with the client's secret; none for a public client, which has PKCE alone.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>Whether roles and regions are in the answer of the authority's user-info endpoint and not in its identity tokens.</summary>
    public bool ClaimsFromUserInfo { get; init; }

    /// <summary>After how long without a request a session ends.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>After how long a session ends whatever is done.</summary>
    public TimeSpan SessionLimit { get; init; } = TimeSpan.FromHours(12);
}
