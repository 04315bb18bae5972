using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.Reporting.Board.SignIn;

/// <summary>Logging in: the authority's authorization code with PKCE, then a session in a cookie that holds the claims of the APIs' tokens.</summary>
internal static class BoardSignIn
{
    /// <summary>Scheme of the session, and name of the policy that asks for one.</summary>
    public const string Session = "board";

    /// <summary>Policy of pages that are for officials only.</summary>
    public const string Official = "board-official";

    /// <summary>Scheme that leads to the authority.</summary>
    public const string Authority = "board-authority";

    private const string SignedInPath = $"{BoardRoutes.Root}/signed-in";

    public static void AddBoardSignIn(this WebApplicationBuilder builder, BoardOptions board)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        var secure = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        builder.Services.AddAuthentication()
            .AddCookie(Session, options => Configure(options, board, secure))
            .AddOpenIdConnect(Authority, options =>
            {
                Configure(options, board, secure);
                options.Authority = builder.Configuration[BearerExtensions.AuthorityKey] is { Length: > 0 } authority
                    ? authority
                    : BearerExtensions.DevelopmentAuthority;
                options.RequireHttpsMetadata = !isDevelopment;
            });
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Session, policy => policy.AddAuthenticationSchemes(Session).RequireAuthenticatedUser().RequireRole(Officials.FormReaders))
            .AddPolicy(Official, policy => policy.AddAuthenticationSchemes(Session).RequireRole(Officials.Readers));
        builder.AddSessionKeys(isDevelopment);
    }

    private static void Configure(CookieAuthenticationOptions options, BoardOptions board, CookieSecurePolicy secure)
    {
        options.Cookie.Name = "youthplatform-board";
        options.Cookie.Path = BoardRoutes.Root;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = secure;
        options.ExpireTimeSpan = board.IdleLimit;
        options.SlidingExpiration = true;
        options.LoginPath = BoardRoutes.SignIn;
        options.LogoutPath = BoardRoutes.SignOut;
        options.ReturnUrlParameter = BoardRoutes.ReturnParameter;

        // Sessions live in real time: the business clock of a simulated year leaps by months.
        options.TimeProvider = TimeProvider.System;
        options.EventsType = typeof(SessionEvents);
    }

    private static void Configure(OpenIdConnectOptions options, BoardOptions board, CookieSecurePolicy secure)
    {
        options.SignInScheme = Session;
        options.ClientId = board.ClientId;
        options.ClientSecret = board.ClientSecretFile is { } file ? File.ReadAllText(file).Trim() : null;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.CallbackPath = SignedInPath;
        options.SignedOutCallbackPath = $"{BoardRoutes.Root}/signed-out-there";
        options.SignedOutRedirectUri = BoardRoutes.SignedOut;
        options.RemoteSignOutPath = $"{BoardRoutes.Root}/sign-out-here";
        options.GetClaimsFromUserInfoEndpoint = board.ClaimsFromUserInfo;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = ClaimNames.Subject;
        options.TokenValidationParameters.RoleClaimType = ClaimNames.Role;
        if (board.ClaimsFromUserInfo)
        {
            options.ClaimActions.MapJsonKey(ClaimNames.Role, ClaimNames.Role);
            options.ClaimActions.MapJsonKey(ClaimNames.Region, ClaimNames.Region);
            options.ClaimActions.MapJsonKey(ClaimNames.Unit, ClaimNames.Unit);
        }

        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.Path = BoardRoutes.Root;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = secure;
        }

        options.TimeProvider = TimeProvider.System;
        options.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            // No identity token is kept that could name the client.
            context.ProtocolMessage.ClientId = context.Options.ClientId;
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = SessionEvents.OnSignInFailedAsync;
    }

    /// <summary>Keys of sessions and of forms' tokens in the database, encrypted outside of Development without exception.</summary>
    private static void AddSessionKeys(this WebApplicationBuilder builder, bool isDevelopment)
    {
        var secret = SecretFile.Read(builder.Configuration, SessionKeyEncryption.FileKey);
        if (secret is null && !isDevelopment)
        {
            throw new InvalidOperationException($"{SessionKeyEncryption.FileKey} is not configured: a file with 32 random bytes in base64.");
        }

        builder.Services.AddDataProtection().SetApplicationName("youthplatform-board");
        builder.Services.AddSingleton(SessionKeys.Schema).AddScoped<SessionEvents>().AddSingleton<KeptInput>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource>((options, database) =>
        {
            options.XmlRepository = new SessionKeys(database);
            options.XmlEncryptor = secret is null ? null : new SessionKeyEncryption(secret);
        });
    }
}
