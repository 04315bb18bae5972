using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Board.SignIn;
using YouthPlatform.Reporting.Board.Steps;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Board;

/// <summary>The board: pages for officials, on the service's own address below <c>/board</c>.</summary>
internal static class BoardExtensions
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddBoard(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(BoardOptions.Section);
        builder.Services.Configure<BoardOptions>(section);
        builder.AddBoardSignIn(section.Get<BoardOptions>() ?? new BoardOptions());
        builder.Services.AddRazorComponents();

        // Chinese as it is: escaped, pages would be three times as long.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "youthplatform-board-form";
            options.Cookie.Path = BoardRoutes.Root;
            options.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        builder.Services.AddSingleton<MonthReader>().AddSingleton<TaskReader>().AddSingleton<StepForms>().AddSingleton<HighlightForms>().AddSingleton<TargetPageReader>().AddSingleton(TileGrid.Load(builder.Configuration[PolicyExtensions.DirectoryKey]!));
    }

    /// <summary>The address that browsers see, and headers. Before authentication, which builds addresses to come back to.</summary>
    public static void UseBoard(this WebApplication app)
    {
        var address = app.Configuration.GetSection(BoardOptions.Section).Get<BoardOptions>()?.PublicAddress;
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(BoardRoutes.Root, StringComparison.Ordinal),
            board => board.Use((context, next) =>
            {
                if (address is not null)
                {
                    context.Request.Scheme = address.Scheme;
                    context.Request.Host = HostString.FromUriComponent(address);
                }

                context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
                context.Response.Headers.XContentTypeOptions = "nosniff";
                context.Response.Headers["Referrer-Policy"] = "no-referrer";
                context.Response.Headers.CacheControl = "no-store";
                return next(context);
            }));
    }

    public static void MapBoard(this WebApplication app)
    {
        var open = app.MapGroup(BoardRoutes.Root).AllowAnonymous().ExcludeFromDescription().AddEndpointFilter<RouteGroupBuilder, BoardFilter>();
        open.MapAssets();
        open.MapGet("/sign-in", SignIn);
        open.MapGet("/signed-out", () => new RazorComponentResult<SignedOut>());
        open.MapGet("/sign-out-there", () => TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = BoardRoutes.SignedOut }, [BoardSignIn.Authority]));
        open.MapGet("/{**path}", (HttpContext http) => ErrorPage.Of(http, StatusCodes.Status404NotFound, "board.page_unknown", "没有这个页面。"));

        var pages = app.MapGroup(BoardRoutes.Root).RequireAuthorization(BoardSignIn.Session).ExcludeFromDescription()
            .AddEndpointFilter<RouteGroupBuilder, BoardFilter>();
        pages.MapPost("/sign-out", () => TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = BoardRoutes.SignedOut }, [BoardSignIn.Session]));
        pages.MapOverview().MapSheets().MapCellPages().MapHistory().MapSteps().MapMonthLock().MapTasks();
        pages.MapGroup(string.Empty).RequireAuthorization(BoardSignIn.Official).MapTargetPages().MapAssessmentPages().MapHighlightPages().MapContactPages();
    }

    /// <summary>To the authority, and back to the page that was asked for: one of the board's, whatever the query says.</summary>
    private static ChallengeHttpResult SignIn(HttpContext http)
    {
        var wanted = http.Request.Query[BoardRoutes.ReturnParameter].ToString();
        var isOurs = new PathString(wanted.StartsWith('/') ? wanted : null).StartsWithSegments(BoardRoutes.Root, StringComparison.Ordinal);
        return TypedResults.Challenge(
            new AuthenticationProperties { RedirectUri = isOurs ? wanted : BoardRoutes.Root }, [BoardSignIn.Authority]);
    }
}
