using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.People;
using Microsoft.AspNetCore.Identity;

namespace AutoGrader.Web.People;

/// <summary>Makes a person out of an invitation: person, membership and audit row in one transaction.</summary>
internal sealed class RegisterPerson(
    AutoGraderDbContext context, UserManager<Person> people, AcceptInvitation accept, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Registers somebody with a password, or with the account of a provider.</summary>
    /// <returns>The person, or what is wrong (in English, the framework's words).</returns>
    public async Task<(Person? Person, IReadOnlyList<IdentityError> Errors)> ExecuteAsync(
        string secret, string name, string email, string? password, UserLoginInfo? login = null)
    {
        var person = new Person
        {
            Id = ids.Next(),
            UserName = email,
            Email = email,
            DisplayName = name,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            LockoutEnabled = true,
        };
        await using var transaction = await context.Database.BeginTransactionAsync();
        var result = password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password);
        if (result.Succeeded && login is not null)
            result = await people.AddLoginAsync(person, login);
        if (!result.Succeeded)
            return (null, [.. result.Errors]);
        if (!await accept.ExecuteAsync(context, secret, person))
            return (null, [new IdentityError { Code = "InvitationUsed", Description = "This invitation was used already." }]);
        await transaction.CommitAsync();
        return (person, []);
    }
}
