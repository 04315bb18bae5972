using YouthPlatform.EventStore;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>Carries out what a page sent; a refusal is said on the same page.</summary>
internal static class Attempt
{
    /// <summary>Leads to the page after the step, or shows the page that sent it again.</summary>
    /// <param name="step">The step; its result is the path of the next page.</param>
    /// <param name="again">The page again, with the status and with why nothing was done.</param>
    public static async Task<IResult> MakeAsync(Func<Task<string>> step, Func<int, string, Task<IResult>> again)
    {
        try
        {
            return new SeeOther(await step());
        }
        catch (RuleViolation refused)
        {
            return await again(StatusCodes.Status409Conflict, refused.Detail);
        }
        catch (ApiException refused) when (refused.Status != StatusCodes.Status412PreconditionFailed)
        {
            return await again(refused.Status, refused.Detail);
        }
        catch (Exception changed) when (changed is ApiException or WrongExpectedVersionException)
        {
            return await again(StatusCodes.Status412PreconditionFailed, "您打开页面之后内容有变化，请核对下面的差异后再确认。");
        }
    }
}
