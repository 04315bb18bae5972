using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Operations;
using YouthPlatform.ServiceDefaults.Policies;
using YouthPlatform.ServiceDefaults.Signing;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(TrackingAreas.Service);
builder.AddPolicies();
builder.AddEventStore(TrackingAreas.Service, TrackingAreas.EventTypes, TrackingAreas.Projections);
builder.AddVault();
builder.Services.AddPublicLog(TrackingAreas.Service, typeof(LedgerEntryOpened).Assembly).AddPublicTranslator<PublicTranslator>();
builder.AddServiceMessaging(TrackingAreas.Service, messaging => messaging.PublishPublicLog().ConsumeAll());
builder.Services.AddPayeeAccounts<FirmPayees>(PayeeSecrets.Read(builder.Configuration, () => SecretFile.Read(builder.Configuration, "Keys:File")
    ?? throw new InvalidOperationException("Keys:File is not configured: a file with 32 random bytes in base64.")));
builder.Services.AddAreas();

var app = builder.Build();
app.MapServiceDefaults();
app.MapFeed();
app.MapOperations();
app.MapAreas();
await app.SealRoutes().RunAsync();

/// <summary>Named so that tests can host the service.</summary>
public partial class Program;
