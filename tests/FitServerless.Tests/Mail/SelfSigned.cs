using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FitServerless.Tests.Mail;

/// <summary>A certificate for localhost that nobody has signed, in files as a mail server wants it.</summary>
internal sealed class SelfSigned : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fitserverless-mail-");
    private readonly X509Certificate2 _certificate;

    public SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string CertificateFile => Path.Combine(_folder.FullName, "certificate.pem");

    public string KeyFile => Path.Combine(_folder.FullName, "key.pem");

    /// <summary>From here on mail clients of this process take this certificate, and else only what is good anyway.</summary>
    public void Trust()
    {
        // The mail client has no other place to ask; of HTTP clients only the obsolete one asks here.
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None || certificate?.GetCertHashString() == _certificate.GetCertHashString();
#pragma warning restore SYSLIB0014
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }
}
