using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.People;

/// <summary>Sign-in by the framework: its password hashes, its cookies, its lockout. Whatever does not say otherwise needs it.</summary>
internal static class SignIn
{
    public const string Path = "/sign-in";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddScoped(p => p.GetRequiredService<Database>().OpenAsync(CancellationToken.None).GetAwaiter().GetResult());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // Length is what makes a password strong; rules about characters make people write it down.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 12,
                    RequiredUniqueChars = 4,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                };
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddEntityFrameworkStores<AutoGraderDbContext>().AddSignInManager().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.AddScoped<RegisterPerson>();
        services.AddScoped<ProviderLink>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, CookieSettings>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        // Keys beside the data: a restart signs nobody out, and every node that shares the folder takes the others' cookies.
        services.AddDataProtection().SetApplicationName("AutoGrader");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new FileSystemXmlRepository(
                Directory.CreateDirectory(System.IO.Path.Combine(p.GetRequiredService<Database>().DataDirectory, "keys")),
                p.GetRequiredService<ILoggerFactory>())));
        return services;
    }

    /// <summary>The cookies of the framework, under names and rules of ours.</summary>
    private sealed class CookieSettings(IOptions<WebOptions> settings) : IConfigureNamedOptions<CookieAuthenticationOptions>
    {
        public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

        public void Configure(string? name, CookieAuthenticationOptions options)
        {
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = Path;
            options.AccessDeniedPath = "/error/403";
            options.ReturnUrlParameter = "back";
            if (name != IdentityConstants.ApplicationScheme)
                return;
            options.Cookie.Name = "session";
            options.ExpireTimeSpan = TimeSpan.FromHours(settings.Value.SessionHours);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = context => AnswerProgramsAsync(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => AnswerProgramsAsync(context, StatusCodes.Status403Forbidden);
        }

        // Scripts and programs want a status, people a page.
        private static Task AnswerProgramsAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
        {
            var isProgram = context.Request.Path.StartsWithSegments("/api") || context.Request.Headers.XRequestedWith == "XMLHttpRequest";
            if (isProgram || status == StatusCodes.Status403Forbidden)
                context.Response.StatusCode = status;
            else
                context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }
    }
}
