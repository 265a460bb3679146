using FitServerless.Privacy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FitServerless.Mail;

public static class MailRegistration
{
    /// <summary>An SMTP server where one is configured; else the outbox in development; else nothing.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>()
            .BindConfiguration(SmtpOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Password = configuration["SMTP_PASSWORD"] ?? options.Password)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<Outbox>().AddSingleton<SmtpMailer>().AddSingleton<NoMailer>().AddSingleton(Choose)
            .AddSingleton<IPersonalData, OutboxData>();
    }

    private static IMailer Choose(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<SmtpOptions>>().Value.Host.Length > 0 ? provider.GetRequiredService<SmtpMailer>()
        : provider.GetRequiredService<IHostEnvironment>().IsDevelopment() ? provider.GetRequiredService<Outbox>()
        : provider.GetRequiredService<NoMailer>();
}
