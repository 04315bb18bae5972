using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using YouthPlatform.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var files = PlatformFiles.Prepare(builder.AppHostDirectory, builder.Configuration["YOUTH_DATA"]);
var port = int.Parse(builder.Configuration["YOUTH_PORT"] ?? "8080", CultureInfo.InvariantCulture);

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume().WithManagementPlugin();

var gateway = builder.AddProject<Projects.Gateway>("gateway")
    .WithHttpEndpoint(port: port)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithEnvironment("DevIssuer__KeyFile", files.DevelopmentIssuerKey);
var issuer = ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/dev");
AddShared(gateway);

AddService<Projects.Internships>("internships");
AddService<Projects.GraduateTracking>("graduatetracking")
    .WithEnvironment("Vault__MasterKeyFile", files.VaultMasterKey)
    .WithEnvironment("Vault__FurtherMasterKeyFiles__0", files.VaultNextKey)
    .WithEnvironment("Keys__File", files.ServiceSecret("graduatetracking"))
    .WithEnvironment("Payees__FurtherKeyFiles__0", files.NextPayeeSecret("graduatetracking"));
AddService<Projects.Entrepreneurship>("entrepreneurship")
    .WithEnvironment("Keys__File", files.ServiceSecret("entrepreneurship"))
    .WithEnvironment("Payees__FurtherKeyFiles__0", files.NextPayeeSecret("entrepreneurship"));
AddService<Projects.Reporting>("reporting")
    .WithEnvironment("Keys__File", files.ServiceSecret("reporting"))
    .WithEnvironment("Board__PublicAddress", ReferenceExpression.Create($"{gateway.GetEndpoint("http")}"));

await builder.Build().RunAsync();

IResourceBuilder<ProjectResource> AddService<TProject>(string name)
    where TProject : IProjectMetadata, new()
{
    var database = postgres.AddDatabase($"{name}-database", name);
    var service = builder.AddProject<TProject>(name)
        .WithHttpEndpoint()
        .WithHttpHealthCheck("/health")
        .WithReference(database, connectionName: name)
        .WithReference(messaging)
        .WithEnvironment("Signing__KeyFile", files.SigningKey(name))
        .WithEnvironment("Feeds__SecretKeyFile", files.WebhookKey(name))
        .WaitFor(database)
        .WaitFor(messaging);
    gateway.WithReference(service).WaitFor(service);
    return AddShared(service);
}

IResourceBuilder<ProjectResource> AddShared(IResourceBuilder<ProjectResource> project) => project
    .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Configuration["YOUTH_ENVIRONMENT"] ?? "Development")
    .WithEnvironment("Policies__Directory", files.Seeds)
    .WithEnvironment("Clock__File", files.Clock)
    .WithEnvironment("Authentication__Authority", issuer);
