using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Reporting.Board.Pages;

namespace YouthPlatform.Reporting.Board;

/// <summary>What the caller may do now.</summary>
internal static class TaskPages
{
    public static RouteGroupBuilder MapTasks(this RouteGroupBuilder pages)
    {
        pages.MapGet("/tasks", ReadAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<Tasks>> ReadAsync(BoardRequest request, TaskReader reader) =>
        new(new { Model = new TasksModel(request.Viewer, await reader.ReadAsync(request)) });
}
