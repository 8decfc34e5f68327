using System.Security.Claims;
using AutoGrader.Application.Data.Courses;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.People;

/// <summary>Adds the name that is shown. What a person may do is no claim: it is looked up at each request, to be taken away.</summary>
internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    /// <summary>The claim with the name that is shown.</summary>
    public const string DisplayName = "display_name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}
