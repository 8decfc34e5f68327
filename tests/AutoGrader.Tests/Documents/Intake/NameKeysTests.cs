using System.Text;
using AutoGrader.Documents.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace AutoGrader.Tests.Documents.Intake;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("Müller", "Mueller")]
    [InlineData("Müller", "Muller")]
    [InlineData("Müller", "MÜLLER")]
    [InlineData("Müller", "Mu\u0308ller")]
    [InlineData("Al-Khatib", "AlKhatib")]
    [InlineData("von der Heyde", "vonderHeyde")]
    [InlineData("von der Heyde", "von-der-Heyde")]
    [InlineData("O'Connor", "OConnor")]
    [InlineData("O’Connor", "O'Connor")]
    [InlineData("Yıldız-Krämer", "Yildiz-Kraemer")]
    [InlineData("YILDIZ", "Yıldız")]
    [InlineData("İnan", "Inan")]
    [InlineData("Weiß", "Weiss")]
    [InlineData("WEISS", "Weiß")]
    [InlineData("WEIẞ", "Weiss")]
    [InlineData("Sørensen", "Soerensen")]
    [InlineData("Sørensen", "Sorensen")]
    [InlineData("Ångström", "Aangstroem")]
    [InlineData("Ångström", "Angstrom")]
    [InlineData("Wiśniewski", "Wisniewski")]
    [InlineData("Łukasz", "Lukasz")]
    [InlineData("Đorđević", "Dordevic")]
    [InlineData("Nguyễn", "Nguyen")]
    [InlineData("García Ortega", "Garcia-Ortega")]
    [InlineData("Şahin", "Sahin")]
    [InlineData("Müller-Öztürk", "Mueller-Ozturk")]
    [InlineData("Ælfric", "Aelfric")]
    [InlineData("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ")]
    [InlineData("Ковалёв", "ковалев")]
    public void Same_spellings_of_one_name(string left, string right)
    {
        Assert.True(NameKeys.Same(left, right));
        Assert.True(NameKeys.Same(right, left));
    }

    [Theory]
    [InlineData("Mueller", "Muller")]
    [InlineData("Bauer", "Baur")]
    [InlineData("Meier", "Maier")]
    [InlineData("Schmidt", "Schmitt")]
    [InlineData("Le", "Lee")]
    [InlineData("कुमार", "कमार")]
    [InlineData("か", "が")]
    [InlineData("王", "李")]
    [InlineData("", "")]
    [InlineData("123", "123")]
    public void Same_different_names(string left, string right) => Assert.False(NameKeys.Same(left, right));

    [Fact]
    public void Same_holds_for_every_unicode_form_and_case() =>
        Prop.ForAll(HandInNameTests.Surnames().ToArbitrary(), surname =>
            NameKeys.Same(surname, surname.Normalize(NormalizationForm.FormD)) && NameKeys.Same(surname, surname.ToLowerInvariant()) &&
            NameKeys.Same(surname, surname.Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("ß", "ss")))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_a_name_of_nothing_but_umlauts_stays_small() => Assert.InRange(NameKeys.Of(new string('ü', 200)).Count, 1, 256);

    [Fact]
    public void Of_any_text_never_throws() => Prop.ForAll<string>(text => NameKeys.Of(text ?? "") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_a_lone_surrogate_never_throws() => Assert.Equal(["ab"], NameKeys.Of("a\uD800b"));

    [Theory]
    [InlineData("Mueller-12345678.pdf", "Müller")]
    [InlineData("12345678-Mueller.pdf", "Müller")]
    [InlineData("IVU_Sheet5_Müller_12345678_final.PDF", "Müller")]
    [InlineData("sheet5mueller12345678.pdf", "Müller")]
    [InlineData("MuellerSheet5 12345678.pdf", "Müller")]
    [InlineData("Mu\u0308ller 12345678 (1).pdf", "Müller")]
    [InlineData("Le-12345678.pdf", "Le")]
    [InlineData("SheetLe_12345678.pdf", "Le")]
    [InlineData("abgabe le 12345678.pdf", "Le")]
    [InlineData("vonderHeyde-12345678.pdf", "von der Heyde")]
    [InlineData("von_der_Heyde_12345678.pdf", "von der Heyde")]
    [InlineData("王小明-12345678.pdf", "王")]
    [InlineData("Ng-12345678.pdf", "Ng")]
    public void PdfNameRule_fulfilled(string pdf, string surname) =>
        Assert.True(PdfNameRule.IsFulfilled(pdf, new HandInName(surname, "12345678")));

    [Theory]
    [InlineData("sheet5.pdf", "Müller")]
    [InlineData("Müller.pdf", "Müller")]
    [InlineData("12345678.pdf", "Müller")]
    [InlineData("Müller-123456789.pdf", "Müller")]
    [InlineData("Müller-912345678.pdf", "Müller")]
    [InlineData("Müller-1234 5678.pdf", "Müller")]
    [InlineData("Huber-12345678.pdf", "Müller")]
    [InlineData("Lehmann-12345678.pdf", "Le")]
    [InlineData("Schule-12345678.pdf", "Le")]
    [InlineData("李小明-12345678.pdf", "王")]
    public void PdfNameRule_broken(string pdf, string surname) =>
        Assert.False(PdfNameRule.IsFulfilled(pdf, new HandInName(surname, "12345678")));

    [Theory]
    [InlineData("Müller", "Jonas Müller")]
    [InlineData("Mueller", "Müller, Jonas")]
    [InlineData("AlKhatib", "Omar Al-Khatib")]
    [InlineData("Krämer", "Ayşe Yıldız-Krämer")]
    [InlineData("Yildiz", "Ayşe Yıldız-Krämer")]
    [InlineData("Kraemer-Yildiz", "Ayşe Yıldız-Krämer")]
    [InlineData("García", "Sofía García Ortega")]
    [InlineData("Ortega", "Sofía García Ortega")]
    [InlineData("GarciaOrtega", "Sofía García Ortega")]
    [InlineData("Heyde", "Friederike von der Heyde")]
    [InlineData("von der Heyde", "Heyde, Friederike")]
    [InlineData("OConnor", "Sinéad O'Connor")]
    [InlineData("O’Connor", "Sinéad OConnor")]
    [InlineData("王", "小明 王")]
    [InlineData("Nguyen", "Văn Anh Nguyễn")]
    [InlineData("Anna Schmidt", "Anna Maria Schmidt")]
    [InlineData("Schmidt Anna", "Anna Schmidt")]
    public void MoodleIdentity_same_person(string surname, string fullName) => Assert.True(MoodleIdentity.IsSame(surname, fullName));

    [Theory]
    [InlineData("Müller", "Anna Schmidt")]
    [InlineData("Huber", "Jonas Müller")]
    [InlineData("von der Heyde", "Friederike von der Leyen")]
    [InlineData("von", "")]
    [InlineData("Schmidt-Huber", "Anna Schmidt")]
    [InlineData("Wang", "小明 王")]
    [InlineData("Müllermeister", "Jonas Müller")]
    public void MoodleIdentity_another_person_or_not_to_be_told(string surname, string fullName) =>
        Assert.False(MoodleIdentity.IsSame(surname, fullName));

    [Theory]
    [InlineData("Brandt_11000001.zip", "Brandt-11000001.pdf", "Paula Brandt", "“Brandt-11000001.zip”")]
    [InlineData("11000002-Haddad.zip", "Haddad-11000002.pdf", "Haddad Omar", "“Haddad-11000002.zip”")]
    [InlineData("Sauer.zip", "Sauer.pdf", "Nina Sauer", "“Sauer-MatriculationNumber.zip”")]
    [InlineData("Sauer.zip", "Sauer.pdf", "Nina Sauer", "(with your matriculation number)")]
    [InlineData("abgabe.zip", "Sauer 11000003.pdf", "Nina Sauer", "“Sauer-11000003.zip”")]
    [InlineData("11000003.zip", "x.pdf", "Friederike von der Heyde", "“von der Heyde-11000003.zip”")]
    [InlineData("Mueller_11000003.zip", "x.pdf", "Müller, Jonas", "“Müller-11000003.zip”")]
    [InlineData("Brandt_11000003.zip", "x.pdf", null, "“Brandt-11000003.zip”")]
    [InlineData("sheet5 Brandt_11000003.zip", "x.pdf", null, "“Surname-11000003.zip”")]
    [InlineData("Brandt_11000003.zip", "Brandt-11000004.pdf", "Paula Brandt",
        "check which is yours and name the file “Brandt-MatriculationNumber.zip”")]
    [InlineData("St. John_11000003.zip", "x.pdf", "Ian St. John", "“John-11000003.zip”")]
    public void NameSuggestion_uses_what_is_known_and_guesses_nothing(string zip, string pdf, string? fullName, string words) =>
        Assert.Contains(words, new NameSuggestion(zip, [pdf], fullName, new()).ForZip().English, StringComparison.Ordinal);
}
