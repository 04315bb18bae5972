using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QRCoder;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Vouchers;

/// <summary>
/// The text in a voucher's QR code: <c>YV1.payload.signature</c>, both parts base64url. The payload is UTF-8
/// <c>voucher|kind|amount|validUntil</c>; it is signed with ECDSA P-256 and SHA-256 (IEEE P1363), so a training body can check it offline with
/// the public key. Whether it was redeemed already, only the service knows.
/// </summary>
internal sealed class VoucherCode(ServiceKeys keys) : IDisposable
{
    private const string Prefix = "YV1";

    private readonly ECDsa _key = keys.NewVoucherKey();

    /// <summary>The public key, SubjectPublicKeyInfo in PEM.</summary>
    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    public string Sign(VoucherFile voucher)
    {
        var payload = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{voucher.VoucherId}|{voucher.Kind}|{voucher.Amount}|{voucher.ValidUntil:yyyy-MM-dd}"));
        return $"{Prefix}.{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(_key.SignData(payload, HashAlgorithmName.SHA256))}";
    }

    /// <summary>Reads a text and checks its signature.</summary>
    public bool TryRead(string text, [NotNullWhen(true)] out SignedVoucher? voucher) => TryRead(text, _key, out voucher);

    /// <summary>The same with the public key alone, as a training body does it offline.</summary>
    public static bool TryRead(string text, ECDsa publicKey, [NotNullWhen(true)] out SignedVoucher? voucher)
    {
        voucher = null;
        var parts = text.Split('.');
        if (parts.Length != 3 || parts[0] != Prefix || !Base64Url.IsValid(parts[1]) || !Base64Url.IsValid(parts[2]))
        {
            return false;
        }

        var payload = Base64Url.DecodeFromChars(parts[1]);
        var fields = Encoding.UTF8.GetString(payload).Split('|');
        if (!publicKey.VerifyData(payload, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256)
            || fields.Length != 4
            || !Guid.TryParse(fields[0], out var id)
            || !Money.TryParse(fields[2], out var amount)
            || !DateOnly.TryParseExact(fields[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
        {
            return false;
        }

        voucher = new(id, fields[1], amount, until);
        return true;
    }

    /// <summary>A text as a QR code.</summary>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4);
    }

    public void Dispose() => _key.Dispose();
}

/// <summary>What a voucher's code says.</summary>
internal sealed record SignedVoucher(Guid VoucherId, string Kind, Money Amount, DateOnly ValidUntil);
