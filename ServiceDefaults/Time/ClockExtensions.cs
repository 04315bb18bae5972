using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace YouthPlatform.ServiceDefaults.Time;

/// <summary>Which clock business time comes from.</summary>
internal static class ClockExtensions
{
    public static void AddClock(this WebApplicationBuilder builder)
    {
        var file = builder.Configuration["Clock:File"];
        if (builder.Environment.IsDevelopment() && !string.IsNullOrWhiteSpace(file))
        {
            builder.Services.AddSingleton(new SimulatedTimeProvider(file));
            builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<SimulatedTimeProvider>());
        }
        else
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
        }
    }
}
