using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Administration;

public static class AdministrationRegistration
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddSingleton<AccountDirectory>()
        .AddSingleton<SuspensionService>();
}
