#if !USE_ASPIRE
using Aspire.Hosting;

// Aspire generates these from the project references.
namespace Projects;

internal sealed class Gateway : IProjectMetadata
{
    public string ProjectPath => "../gateway/Gateway.csproj";
}

internal sealed class Internships : IProjectMetadata
{
    public string ProjectPath => "../services/Internships/Internships.csproj";
}

internal sealed class GraduateTracking : IProjectMetadata
{
    public string ProjectPath => "../services/GraduateTracking/GraduateTracking.csproj";
}

internal sealed class Entrepreneurship : IProjectMetadata
{
    public string ProjectPath => "../services/Entrepreneurship/Entrepreneurship.csproj";
}

internal sealed class Reporting : IProjectMetadata
{
    public string ProjectPath => "../services/Reporting/Reporting.csproj";
}
#endif
