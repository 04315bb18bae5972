using YouthPlatform.Entrepreneurship;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Operations;
using YouthPlatform.ServiceDefaults.Policies;

const string Service = "entrepreneurship";

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Service);
builder.AddPolicies();
builder.AddEventStore(Service, StoredEvents.Types, new ProjectTable());
builder.Services.AddPublicLog(Service, typeof(YouthPlatform.Contracts.Entrepreneurship.ProjectGranted).Assembly);
builder.Services.AddPublicTranslator<PublicTranslator>();
builder.AddServiceMessaging(Service, messaging => messaging.PublishPublicLog());
builder.Services.AddSingleton<ProgrammeRules>();
builder.Services.AddSingleton<ProjectQueries>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapProjects();
app.MapProgrammes();
app.MapFeed();
app.MapOperations();
await app.RunAsync();
