// What is sent says what time it was on the device: a claim, kept on the trail beside the server's own time.
//
// The field is added when a form is sent, not when its page is made; forms that only look (GET) go without.

document.addEventListener("formdata", ({ target, formData }) => {
  if (target.getAttribute("method") === "post") formData.set("_clock", new Date().toISOString());
});
