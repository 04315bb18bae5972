using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>What a subscriber may ask for.</summary>
internal sealed partial class SubscriberRules(PublicLogReader log, FeedCatalogue catalogue, SubscriberOptions options, IHostEnvironment environment)
{
    private const int LongestReason = 500;

    public static ApiException Unknown() => ApiException.NotFound("subscriber.unknown", "没有这个订阅方。");

    /// <summary>Checks a request and makes a subscriber of it.</summary>
    /// <exception cref="ApiException">400, with a code that names what is wrong.</exception>
    public async Task<Subscriber> ReadAsync(string name, SubscriberRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (!Name().IsMatch(name))
        {
            throw ApiException.BadRequest("subscriber.name_invalid", "名称由小写字母、数字和连字符组成，以字母开头，不超过 40 个字符。");
        }

        var query = FeedQuery.Parse(new(null, null, null, request.Types ?? [], request.Regions ?? []), catalogue);
        var head = await log.GetHeadPositionAsync(cancellationToken);
        return new(
            name, request.Kind, AddressOf(request), query.Types, query.Regions, StartOf(request, head), 1, SubscriberState.Active, null, caller.Subject, default);
    }

    /// <summary>Checks the position that a replay begins after.</summary>
    /// <exception cref="ApiException">400 <c>subscriber.after_invalid</c></exception>
    public async Task RequireReplayAsync(long after, CancellationToken cancellationToken)
    {
        if (after < 0 || after > await log.GetHeadPositionAsync(cancellationToken))
        {
            throw AfterInvalid();
        }
    }

    /// <summary>Checks a reason.</summary>
    /// <exception cref="ApiException">400 <c>subscriber.reason_invalid</c></exception>
    public static string ReadReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason || reason.Any(char.IsControl)
            ? throw ApiException.BadRequest("subscriber.reason_invalid", $"请写明原因：一行文字，不超过 {LongestReason} 个字符。")
            : reason;

    private static long StartOf(SubscriberRequest request, long head)
    {
        var after = request.After ?? head;
        return after < 0 || after > head ? throw AfterInvalid() : after;
    }

    private static ApiException AfterInvalid() => ApiException.BadRequest("subscriber.after_invalid", "after 必须是 0 到当前最新序号之间的整数。");

    /// <summary>Webhooks go to hosts that the operators have named, over TLS; in Development this machine is allowed too, without.</summary>
    private Uri? AddressOf(SubscriberRequest request)
    {
        if (request.Kind == SubscriberKind.Queue)
        {
            return request.Address is null ? null : throw ApiException.BadRequest("subscriber.address_invalid", "队列订阅不需要地址。");
        }

        if (!Uri.TryCreate(request.Address, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            throw ApiException.BadRequest("subscriber.address_invalid", "推送地址必须是完整的 https 地址。");
        }

        if (environment.IsDevelopment() && address.IsLoopback && address.Scheme == Uri.UriSchemeHttp)
        {
            return address;
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            throw ApiException.BadRequest("subscriber.address_invalid", "推送地址必须是完整的 https 地址。");
        }

        return options.AllowedHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase)
            ? address
            : throw ApiException.BadRequest("subscriber.host_not_allowed", $"主机 {address.Host} 不在允许推送的名单中，请联系运维人员登记。");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Name();
}
